import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { IconArrowLeft, IconPlus } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { ownFieldLabels } from '../../../domain/labels/own-field.zh.ts'
import { ownFieldOwners, type OwnField, type OwnFieldOwner } from '../../../domain/own-field.ts'
import { useMay } from '../../ledger/app-state.ts'
import { LedgerFailure } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { OwnFieldDialog } from './own-field-dialog.tsx'
import { OwnFieldTable } from './own-field-table.tsx'
import classes from './own-fields.module.css'

const words = ownFieldLabels

/** The fields the office adds to its records, for the directors; others see nothing of it. */
export function OwnFieldsPage() {
  return useMay('ownField.save') ? (
    <OwnFields />
  ) : (
    <FailureNotice error={new LedgerFailure({ code: 'notAllowed' })} />
  )
}

/** The field that is changed, or the records that get a new one. */
type Task = OwnField | OwnFieldOwner

function OwnFields() {
  const queries = useQueryClient()
  const { data, error } = useQuery(ledgerQuery('ownField.list', {}))
  const [task, setTask] = useState<Task | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const done = (sentence: string) => {
    setTask(null)
    setNotice(sentence)
    return queries.invalidateQueries({ queryKey: ['ownField.list'] })
  }
  return (
    <Stack gap="md" className={classes.page}>
      <Anchor component={Link} href="/settings" className={classes.back}>
        <IconArrowLeft aria-hidden="true" size="1.25rem" />
        {words.back}
      </Anchor>
      <PageHeader title={words.title} />
      <Text>{words.intro}</Text>
      <SuccessNotice sentence={notice} />
      <FailureNotice error={error} />
      {data !== undefined &&
        ownFieldOwners.map((owner) => (
          <Paper key={owner} component="section" withBorder p="lg" aria-label={words.sections[owner]}>
            <Group justify="space-between" mb="sm">
              <Title order={2} size="h4">
                {words.sections[owner]}
              </Title>
              <Button leftSection={<IconPlus aria-hidden="true" />} onClick={() => setTask(owner)}>
                {words.add[owner]}
              </Button>
            </Group>
            <OwnFieldTable
              label={words.sections[owner]}
              fields={data.filter((field) => field.owner === owner)}
              onEdit={setTask}
              onDone={done}
            />
          </Paper>
        ))}
      {task !== null && (
        <OwnFieldDialog
          owner={typeof task === 'string' ? task : task.owner}
          field={typeof task === 'string' ? null : task}
          onCancel={() => setTask(null)}
          onDone={({ name }) => void done(words.saved(name))}
        />
      )}
    </Stack>
  )
}
