import { Button, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { navigate } from 'wouter/use-hash-location'
import { sexes } from '../../../domain/codes/sex.ts'
import { countLabels, sheetLineLabel } from '../../../domain/labels/count.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { SheetColumn, SheetLine, SheetPeriod } from '../../../domain/population-sheet.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { topPlace } from '../../ui/table-place.ts'
import classes from './counts.module.css'

const words = countLabels
const { columns: headers } = residentLabels.list

/** Shape: one figure of a sheet. */
export interface OpenedFigure extends SheetPeriod {
  readonly line: SheetLine
  readonly column: SheetColumn
}

const columns: readonly DataTableColumn<ResidentRow>[] = [
  {
    key: 'name',
    header: headers.name,
    width: 'minmax(6rem, 1fr)',
    cell: ({ name }) => <strong>{name}</strong>,
  },
  { key: 'sex', header: headers.sex, width: '3rem', cell: ({ sex }) => sexes[sex] },
  { key: 'age', header: headers.age, width: '3rem', cell: ({ age }) => age },
  { key: 'address', header: headers.address, width: 'minmax(8rem, 2fr)', cell: ({ address }) => address },
  {
    key: 'presence',
    header: residentLabels.list.presence,
    width: 'minmax(5rem, 1fr)',
    cell: ({ presence }) => residentLabels.presence[presence],
  },
]

interface CountRowsDialogProps {
  readonly figure: OpenedFigure
  readonly onClose: () => void
}

/** The people behind one figure; Enter opens one of them. */
export function CountRowsDialog({ figure, onClose }: CountRowsDialogProps) {
  const first = useQuery({ ...ledgerQuery('count.rows', { ...figure, offset: 0, limit: 1 }), gcTime: 0 })
  const nameless = first.data?.namelessCount ?? 0
  return (
    <ModalDialog
      title={words.rowsTitle(sheetLineLabel(figure.line), words.columns[figure.column])}
      width="broad"
      onCancel={onClose}
      actions={
        <Button data-autofocus variant="default" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      {nameless > 0 && <Text>{words.nameless(nameless)}</Text>}
      <div className={classes.rows}>
        <DataTable
          label={words.rowsName}
          columns={columns}
          queryKey={['count.rows', figure]}
          fetchRows={(offset, limit) => ask('count.rows', { ...figure, offset, limit })}
          countSentence={words.rowsCount}
          emptyState={<Table.Caption>{words.rowsEmpty}</Table.Caption>}
          initialPlace={topPlace}
          onPlace={() => undefined}
          onOpen={({ id }) => {
            onClose()
            navigate(`/residents/${id}`)
          }}
        />
      </div>
    </ModalDialog>
  )
}
