import { Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { UndoImport } from './undo-import.tsx'

/** The import before this one, with the way to take it back. */
export function LastImport() {
  const { data: run } = useQuery(ledgerQuery('import.last', {}))
  if (run === undefined || run === null) return null
  return (
    <Paper p="xl" withBorder>
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h3">
          {importLabels.last.heading}
        </Title>
        <Text>{importLabels.last.text(run, chineseMoment(run.importedAt))}</Text>
        <UndoImport run={run} />
      </Stack>
    </Paper>
  )
}
