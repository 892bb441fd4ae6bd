import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { ImportProgress } from './import-progress.tsx'
import { useImportStore } from './import-store.ts'

const words = importLabels.apply

/** The fourth step: rows are being written; it ends by itself. */
export function ApplyStep() {
  const handle = useImportStore((state) => state.preview?.handle)
  const cancel = useMutation({ mutationFn: (asked: string) => ask('import.cancel', { handle: asked }) })
  return (
    <Paper p="xl" withBorder>
      <Stack gap="md" align="flex-start">
        <Title order={2} size="h3">
          {words.heading}
        </Title>
        <Text>{words.help}</Text>
        <ImportProgress task="importApply" waitingText={words.starting} />
        <FailureNotice error={cancel.error} />
        <Button
          size="lg"
          variant="default"
          disabled={handle === undefined || cancel.isPending || cancel.isSuccess}
          onClick={() => {
            if (handle !== undefined) cancel.mutate(handle)
          }}
        >
          {cancel.isPending || cancel.isSuccess ? words.cancelling : words.cancel}
        </Button>
      </Stack>
    </Paper>
  )
}
