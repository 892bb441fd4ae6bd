import { Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import type { VisitTask } from '../../../domain/visit.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { useRoundChange } from './use-round-change.ts'

const words = visitLabels.remove

interface RemoveTaskDialogProps {
  readonly task: VisitTask
  readonly onClose: () => void
}

/** Takes a person off the round's list; a reason is asked for. */
export function RemoveTaskDialog({ task, onClose }: RemoveTaskDialogProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const remove = useRoundChange({
    change: (given: string) =>
      ask('visitTask.remove', { visitTaskId: task.id, revision: task.revision, reason: given }),
    announce: (removed) => visitLabels.round.removed(removed.residentName),
  })
  const submit = () => {
    const given = reason.trim()
    setIsMissing(given === '')
    if (given === '') field.current?.focus()
    else remove.mutate(given, { onSuccess: onClose })
  }

  return (
    <FormDialog
      title={words.title(task.residentName)}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={remove.isPending}
      isDirty={reason !== ''}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Text>{words.text}</Text>
      <FailureNotice error={remove.error} />
      <TextInput
        ref={field}
        data-autofocus
        label={words.reason}
        placeholder={words.reasonPlaceholder}
        required
        maxLength={200}
        autoComplete="off"
        value={reason}
        error={isMissing ? words.reasonMissing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
