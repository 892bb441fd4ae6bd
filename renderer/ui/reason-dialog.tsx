import { Text, TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { FailureNotice } from './failure-notice.tsx'
import { FormDialog } from './form/form-dialog.tsx'

interface ReasonDialogProps {
  readonly words: {
    readonly title: string
    readonly text: string
    readonly reason: string
    readonly placeholder: string
    readonly missing: string
    readonly confirm: string
    readonly cancel: string
  }
  /** True when confirming loses something, or can't be taken back. */
  readonly isDangerous?: boolean
  readonly isBusy: boolean
  /** True once it is done: what was typed is not to be guarded any more. */
  readonly isDone: boolean
  readonly error: Error | null
  readonly onReason: (reason: string) => void
  readonly onCancel: () => void
}

/** Asks why before something that is kept with its reason. */
export function ReasonDialog({
  words,
  isDangerous = false,
  isBusy,
  isDone,
  error,
  onReason,
  onCancel,
}: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submit = () => {
    const given = reason.trim()
    setIsMissing(given === '')
    if (given === '') field.current?.focus()
    else onReason(given)
  }
  return (
    <FormDialog
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isDangerous={isDangerous}
      isBusy={isBusy}
      isDirty={reason !== '' && !isBusy && !isDone}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Text>{words.text}</Text>
      <FailureNotice error={error} />
      <TextInput
        ref={field}
        data-autofocus
        label={words.reason}
        placeholder={words.placeholder}
        required
        maxLength={200}
        autoComplete="off"
        value={reason}
        error={isMissing ? words.missing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
