import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { diagnosticsLabels as words } from '../../domain/labels/diagnostics.zh.ts'
import { ask } from '../ledger/ledger-client.ts'
import { FailureNotice } from './failure-notice.tsx'
import { SuccessNotice } from './success-notice.tsx'

/** Makes the file that somebody on the phone may ask for. */
export function Diagnostics() {
  const saving = useMutation({ mutationFn: () => ask('help.saveDiagnostics', {}) })
  return (
    <>
      <Text mb="sm">{words.help}</Text>
      <Button variant="default" loading={saving.isPending} onClick={() => saving.mutate()}>
        {words.save}
      </Button>
      <SuccessNotice sentence={sentenceAfter(saving.data?.isSaved)} />
      <FailureNotice error={saving.error} />
    </>
  )
}

function sentenceAfter(isSaved: boolean | undefined): string | null {
  if (isSaved === undefined) return null
  return isSaved ? words.saved : words.cancelled
}
