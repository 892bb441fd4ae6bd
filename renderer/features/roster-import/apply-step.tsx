import { Paper, Stack, Text, Title } from '@mantine/core'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { ImportProgress } from './import-progress.tsx'
import { StopImport } from './stop-import.tsx'

const words = importLabels.apply

/** The fourth step: rows are being written; it ends by itself. */
export function ApplyStep() {
  return (
    <Paper p="xl" withBorder>
      <Stack gap="md" align="flex-start">
        <Title order={2} size="h3">
          {words.heading}
        </Title>
        <Text>{words.help}</Text>
        <ImportProgress task="importApply" waitingText={words.starting} />
        <StopImport label={words.cancel} />
      </Stack>
    </Paper>
  )
}
