import { Button, Group, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { officeLabels, registerLabel, registerLabels } from '../../../domain/labels/office.zh.ts'
import { fieldsOf } from '../../../domain/register-fields.ts'
import type { RegisterName, RegisterRow } from '../../../domain/register.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import type { DataTableColumn } from '../data-table-column.ts'
import { DataTable } from '../data-table.tsx'
import { SuccessNotice } from '../success-notice.tsx'
import { topPlace } from '../table-place.ts'
import { RegisterDialog } from './register-dialog.tsx'
import { registerText } from './register-text.ts'
import classes from './register.module.css'

interface RegisterListProps {
  readonly register: RegisterName
  /** Shows and adds lines of this building alone. */
  readonly buildingId?: number
}

/** A register: its lines, and a dialog over them to add, change and take out. */
export function RegisterList({ register, buildingId }: RegisterListProps) {
  const mayChange = useMay('register.save')
  const [task, setTask] = useState<{ readonly row: RegisterRow | null } | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const words = registerLabels[register]
  const isWhole = buildingId === undefined
  return (
    <div className={isWhole ? classes.whole : classes.part}>
      <Group justify="space-between" gap="md">
        <Text c="dimmed" className={classes.help}>
          {words.help}
        </Text>
        {mayChange && (
          <Button leftSection={<IconPlus aria-hidden="true" />} onClick={() => setTask({ row: null })}>
            {words.add}
          </Button>
        )}
      </Group>
      <SuccessNotice sentence={notice} />
      <DataTable
        label={words.title}
        columns={columnsOf(register, isWhole)}
        queryKey={['register.page', register, buildingId ?? null]}
        fetchRows={(offset, limit) =>
          ask('register.page', { register, buildingId: buildingId ?? null, offset, limit })
        }
        countSentence={words.total}
        emptyState={<Text>{officeLabels.list.empty}</Text>}
        initialPlace={topPlace}
        onPlace={() => undefined}
        onOpen={(row) => {
          if (mayChange) setTask({ row })
        }}
      />
      {task !== null && (
        <RegisterDialog
          register={register}
          row={task.row}
          given={isWhole ? {} : { buildingId: String(buildingId) }}
          onCancel={() => setTask(null)}
          onDone={(sentence) => {
            setNotice(sentence)
            setTask(null)
          }}
        />
      )}
    </div>
  )
}

function columnsOf(register: RegisterName, isWhole: boolean): DataTableColumn<RegisterRow>[] {
  return fieldsOf(register)
    .filter(([name]) => isWhole || name !== 'buildingId')
    .map(([key, field]) => ({
      key,
      header: registerLabel(register, key),
      width: field.kind === 'line' && field.longest > 20 ? 'minmax(9rem, 2fr)' : 'minmax(7rem, 1fr)',
      cell: (row) => registerText(row, key, field),
    }))
}
