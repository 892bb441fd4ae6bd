import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { parseTypedDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { longestDiaryText } from '../../../domain/diary.ts'
import { diaryLabels } from '../../../domain/labels/diary.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'

const words = diaryLabels.followUp

interface CloseFollowUpDialogProps {
  readonly entryId: number
  readonly number: string
  readonly entryOn: CalendarDate
  readonly revision: number
  readonly todayOn: CalendarDate
  /** What was written before it was opened again. */
  readonly firstResult: string
  readonly onClosed: () => void
  readonly onCancel: () => void
}

/** When somebody followed an entry up, and what came of it. */
export function CloseFollowUpDialog(props: CloseFollowUpDialogProps) {
  const { entryId, entryOn, revision, todayOn, firstResult } = props
  const [day, setDay] = useState<string>(todayOn)
  const [result, setResult] = useState(firstResult)
  const [problems, setProblems] = useState<{ readonly day?: string; readonly result?: string }>({})
  const fields = useRef<HTMLDivElement>(null)
  const closing = useMutation({
    mutationFn: (doneOn: CalendarDate) =>
      ask('diary.closeFollowUp', { id: entryId, revision, doneOn, result: result.trim() }),
    onSuccess: props.onClosed,
  })
  const submit = () => {
    const typed = parseTypedDate(day)
    const isOutside = typed.ok && (typed.date < entryOn || typed.date > todayOn)
    const found = {
      ...(typed.ok ? {} : { day: words.doneOnInvalid }),
      ...(isOutside ? { day: words.doneOnRange } : {}),
      ...(result.trim() === '' ? { result: words.resultMissing } : {}),
    }
    setProblems(found)
    focusInvalid(fields.current)
    if (typed.ok && Object.keys(found).length === 0) closing.mutate(typed.date)
  }
  return (
    <FormDialog
      title={words.closeTitle(props.number)}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={closing.isPending}
      isDirty={result !== firstResult && !closing.isSuccess && !closing.isPending}
      onSubmit={submit}
      onCancel={props.onCancel}
    >
      <FailureNotice error={closing.error} />
      <div ref={fields}>
        <TextInput
          label={words.doneOn}
          maxLength={20}
          autoComplete="off"
          value={day}
          error={problems.day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Textarea
          data-autofocus
          mt="md"
          label={words.result}
          required
          rows={4}
          maxLength={longestDiaryText}
          value={result}
          error={problems.result}
          onChange={(event) => setResult(event.currentTarget.value)}
        />
      </div>
    </FormDialog>
  )
}
