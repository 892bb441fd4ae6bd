import { Button, Text } from '@mantine/core'
import { useId } from 'react'
import { revealLabels } from '../../domain/labels/reveal.zh.ts'
import type { RevealReason } from '../../domain/reveal.ts'
import { FailureNotice } from './failure-notice.tsx'
import { ModalDialog } from './modal-dialog.tsx'
import { ReasonFields, useReason } from './reason-fields.tsx'

interface RevealDialogProps {
  readonly title: string
  readonly isBusy: boolean
  readonly error: unknown
  readonly onConfirm: (reason: RevealReason) => void
  readonly onCancel: () => void
}

const words = revealLabels

/** Asks why somebody wants to see what is masked; Esc and the first button leave it masked. */
export function RevealDialog({ title, isBusy, error, onConfirm, onCancel }: RevealDialogProps) {
  const textId = useId()
  const reason = useReason()
  const confirm = () => {
    const given = reason.read()
    if (given !== null && !isBusy) onConfirm(given)
  }
  return (
    <ModalDialog
      title={title}
      textId={textId}
      onCancel={onCancel}
      actions={
        <>
          <Button variant="default" onClick={onCancel} disabled={isBusy}>
            {words.cancel}
          </Button>
          <Button onClick={confirm} loading={isBusy}>
            {words.confirm}
          </Button>
        </>
      }
    >
      <Text id={textId}>{words.text}</Text>
      <FailureNotice error={error} />
      <ReasonFields reason={reason} onEnter={confirm} />
    </ModalDialog>
  )
}
