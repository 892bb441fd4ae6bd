import { Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { DuplicatePair } from '../../../domain/duplicate.ts'
import { duplicateLabels } from '../../../domain/labels/duplicate.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'

const words = duplicateLabels.apart

interface ApartDialogProps {
  readonly pair: DuplicatePair
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Two people: how the clerk knows is asked and kept. */
export function ApartDialog({ pair, onClose, onDone }: ApartDialogProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const keepApart = useMutation({
    mutationFn: (given: string) => ask('duplicate.keepApart', { ...pair, reason: given }),
    onSuccess: onDone,
  })
  const submit = () => {
    const given = reason.trim()
    setIsMissing(given === '')
    if (given === '') field.current?.focus()
    else keepApart.mutate(given)
  }
  return (
    <FormDialog
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={keepApart.isPending}
      isDirty={reason !== '' && !keepApart.isPending && !keepApart.isSuccess}
      onSubmit={submit}
      onCancel={onClose}
    >
      <Text>{words.text}</Text>
      <FailureNotice error={keepApart.error} />
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
