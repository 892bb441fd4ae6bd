import { TextInput } from '@mantine/core'
import { useRef, useState } from 'react'
import { pickerLabels } from '../../../domain/labels/picker.zh.ts'
import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { ResidentPicker } from '../../ui/resident-picker.tsx'
import { useRoundChange } from './use-round-change.ts'

const words = visitLabels.add

interface AddPersonDialogProps {
  readonly roundId: number
  readonly onClose: () => void
}

interface FormErrors {
  readonly resident?: string
  readonly reason?: string
}

/** Puts a person on the round's list whom no rule chose; a reason is asked for. */
export function AddPersonDialog({ roundId, onClose }: AddPersonDialogProps) {
  const [chosen, setChosen] = useState<ResidentRow | null>(null)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<FormErrors>({})
  const fields = useRef<HTMLDivElement>(null)
  const add = useRoundChange({
    change: (input: { readonly residentId: number; readonly reason: string }) =>
      ask('visitTask.add', { visitRoundId: roundId, ...input }),
    announce: (task) => visitLabels.round.added(task.residentName),
  })

  const submit = () => {
    const given = reason.trim()
    setErrors({
      ...(chosen === null ? { resident: pickerLabels.residentMissing } : {}),
      ...(given === '' ? { reason: words.reasonMissing } : {}),
    })
    focusInvalid(fields.current)
    if (chosen !== null && given !== '')
      add.mutate({ residentId: chosen.id, reason: given }, { onSuccess: onClose })
  }

  return (
    <FormDialog
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={add.isPending}
      isDirty={chosen !== null || reason !== ''}
      onSubmit={submit}
      onCancel={onClose}
    >
      <ResidentPicker chosen={chosen} problem={errors.resident} onChoose={setChosen} />
      <div ref={fields}>
        <TextInput
          label={words.reason}
          placeholder={words.reasonPlaceholder}
          required
          maxLength={200}
          autoComplete="off"
          value={reason}
          error={errors.reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <FailureNotice error={add.error} />
    </FormDialog>
  )
}
