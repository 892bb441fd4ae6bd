import { Button, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { importLabels } from '../../../domain/labels/import.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './import.module.css'
import { StopImport } from './stop-import.tsx'
import { isCancellation } from './use-import-actions.ts'

const words = importLabels.files

interface SaveFileProps {
  readonly label: string
  readonly doneText: string
  readonly save: () => Promise<{ readonly isSaved: boolean }>
  /** Where it may take long: the words of the button that stops it. */
  readonly stopLabel?: string
}

function SaveFile({ label, doneText, save, stopLabel }: SaveFileProps) {
  const saver = useMutation({ mutationFn: save })
  return (
    <>
      <FailureNotice error={isCancellation(saver.error) ? null : saver.error} />
      <Stack gap="xs" align="center" className={classes.saveFile}>
        <Button size="md" variant="default" loading={saver.isPending} onClick={() => saver.mutate()}>
          {label}
        </Button>
        {saver.isPending && stopLabel !== undefined && <StopImport label={stopLabel} />}
        <Text role="status" ta="center">
          {saver.data?.isSaved === true ? doneText : ''}
        </Text>
      </Stack>
    </>
  )
}

/** A copy of the roster for whoever sent it, with what is wrong in it. */
export function SaveCorrected({ handle }: { readonly handle: string }) {
  return (
    <SaveFile
      label={words.corrected}
      doneText={words.correctedSaved}
      save={() => ask('import.saveCorrected', { handle })}
      stopLabel={words.stopCorrected}
    />
  )
}

/** An empty roster for others to fill in. */
export function SaveTemplate() {
  return (
    <SaveFile
      label={words.template}
      doneText={words.templateSaved}
      save={() => ask('import.saveTemplate', {})}
    />
  )
}
