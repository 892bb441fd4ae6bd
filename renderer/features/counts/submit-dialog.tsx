import { Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { countLabels } from '../../../domain/labels/count.zh.ts'
import type { SheetPeriod } from '../../../domain/population-sheet.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'

const words = countLabels

interface SubmitDialogProps {
  readonly period: SheetPeriod
  readonly onCancel: () => void
  readonly onSubmitted: (name: string) => void
}

/** Keeps a sheet as it is handed in. */
export function SubmitDialog({ period, onCancel, onSubmitted }: SubmitDialogProps) {
  const [name, setName] = useState(words.sheetName(period.referenceOn))
  const [note, setNote] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const submitting = useMutation({
    mutationFn: (given: string) => ask('count.submit', { ...period, name: given, note: note.trim() }),
    onSuccess: (sheet) => onSubmitted(sheet.name),
  })
  return (
    <FormDialog
      title={words.submitTitle}
      confirmLabel={words.submitConfirm}
      cancelLabel={words.cancel}
      isBusy={submitting.isPending}
      isDirty={note !== ''}
      onCancel={onCancel}
      onSubmit={() => {
        const given = name.trim()
        setIsMissing(given === '')
        if (given === '') field.current?.focus()
        else submitting.mutate(given)
      }}
    >
      <Text>{words.submitText}</Text>
      <FailureNotice error={submitting.error} />
      <TextInput
        ref={field}
        data-autofocus
        label={words.submitName}
        required
        maxLength={80}
        autoComplete="off"
        value={name}
        error={isMissing ? words.submitNameMissing : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={words.submitNote}
        maxLength={200}
        autoComplete="off"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
