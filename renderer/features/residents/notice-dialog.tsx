import { NativeSelect, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { asCalendarDate, parseTypedDate } from '../../../domain/calendar-date.ts'
import { noticeLabels, noticeSignerLabels } from '../../../domain/labels/privacy-notice.zh.ts'
import {
  needsGuardian,
  noticeSigners,
  signatureProblem,
  type NoticeSignature,
  type NoticeSignatureDraft,
  type NoticeSigner,
} from '../../../domain/privacy-notice.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'

const words = noticeLabels.form
const signerOptions = noticeSigners.map((value) => ({ value, label: noticeSignerLabels[value] }))

type Field = 'signedOn' | 'signedBy' | 'signer'

interface NoticeDialogProps {
  readonly resident: ResidentView
  readonly onCancel: () => void
  readonly onSigned: (signatures: NoticeSignature[]) => void
}

/** The day on which the notice was signed, and by whom. */
export function NoticeDialog({ resident, onCancel, onSigned }: NoticeDialogProps) {
  const todayOn = asCalendarDate(useReadyState()?.todayOn ?? '')
  const isChild = needsGuardian(resident.birthWhen, todayOn)
  const [dateText, setDateText] = useState<string>(todayOn)
  const [signedBy, setSignedBy] = useState<NoticeSigner>(isChild ? 'guardian' : 'self')
  const [signer, setSigner] = useState('')
  const [problem, setProblem] = useState<{ readonly field: Field; readonly text: string } | null>(null)
  const dateInput = useRef<HTMLInputElement>(null)
  const signedByInput = useRef<HTMLSelectElement>(null)
  const signerInput = useRef<HTMLInputElement>(null)
  const signing = useMutation({
    mutationFn: (draft: NoticeSignatureDraft) => ask('notice.sign', draft),
    onSuccess: onSigned,
  })
  const refuse = (field: Field, text: string) => {
    setProblem({ field, text })
    const input = { signedOn: dateInput, signedBy: signedByInput, signer: signerInput }[field]
    input.current?.focus()
  }
  const submit = () => {
    const typed = parseTypedDate(dateText)
    if (!typed.ok) {
      refuse('signedOn', words.problems.date)
      return
    }
    const signature = { signedOn: typed.date, signedBy, signer: signedBy === 'self' ? '' : signer.trim() }
    const found = signatureProblem(signature, { todayOn, birthWhen: resident.birthWhen })
    if (found === null) signing.mutate({ residentId: resident.id, ...signature })
    else refuse(found.field, words.problems[found.problem])
  }
  const errorOf = (field: Field) => (problem?.field === field ? problem.text : undefined)
  return (
    <FormDialog
      title={words.title(resident.name)}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={signing.isPending}
      isDirty={signer !== '' && !signing.isPending && !signing.isSuccess}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <FailureNotice error={signing.error} />
      <TextInput
        ref={dateInput}
        data-autofocus
        label={words.signedOn}
        required
        autoComplete="off"
        value={dateText}
        error={errorOf('signedOn')}
        onChange={(event) => setDateText(event.currentTarget.value)}
      />
      <NativeSelect
        ref={signedByInput}
        label={words.signedBy}
        data={signerOptions}
        value={signedBy}
        error={errorOf('signedBy')}
        // Every option's value is one of them.
        onChange={(event) => setSignedBy(event.currentTarget.value as NoticeSigner)}
      />
      {signedBy === 'guardian' && (
        <TextInput
          ref={signerInput}
          label={words.signer}
          required
          maxLength={60}
          autoComplete="off"
          value={signer}
          error={errorOf('signer')}
          onChange={(event) => setSigner(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  )
}
