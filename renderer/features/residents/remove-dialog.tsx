import { Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { lifeLabels } from '../../../domain/labels/life.zh.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { useRecordChanged } from './use-record-changed.ts'

const words = lifeLabels.bin

interface RemoveDialogProps {
  readonly resident: ResidentView
  readonly onCancel: () => void
}

/** Puts a record into the recycle bin; a reason is asked for. */
export function RemoveDialog({ resident, onCancel }: RemoveDialogProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const changed = useRecordChanged()
  const removing = useMutation({
    mutationFn: (given: string) =>
      ask('resident.remove', { id: resident.id, revision: resident.revision, reason: given }),
    onSuccess: () => {
      changed(null)
      leaveTo('/residents')
    },
  })
  return (
    <FormDialog
      title={words.removeTitle(resident.name)}
      confirmLabel={words.removeConfirm}
      cancelLabel={words.cancel}
      isBusy={removing.isPending}
      isDirty={false}
      onCancel={onCancel}
      onSubmit={() => {
        const given = reason.trim()
        setIsMissing(given === '')
        if (given === '') field.current?.focus()
        else removing.mutate(given)
      }}
    >
      <Text>{words.removeText}</Text>
      <FailureNotice error={removing.error} />
      <TextInput
        ref={field}
        data-autofocus
        label={words.removeReason}
        placeholder={words.removeReasonPlaceholder}
        required
        maxLength={200}
        autoComplete="off"
        value={reason}
        error={isMissing ? words.removeReasonMissing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
