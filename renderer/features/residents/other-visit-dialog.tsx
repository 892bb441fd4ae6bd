import { Group, Radio, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { parseTypedDate } from '../../../domain/calendar-date.ts'
import { otherVisitLabels } from '../../../domain/labels/due-visit.zh.ts'
import { visitLabels, visitOutcomeLabels } from '../../../domain/labels/visit.zh.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'

const words = visitLabels.record
const outcomes = ['done', 'absent', 'refused'] as const

interface OtherVisitDialogProps {
  readonly residentId: number
  readonly onClose: () => void
}

/** A visit that no round and no rule asked for. */
export function OtherVisitDialog({ residentId, onClose }: OtherVisitDialogProps) {
  const queries = useQueryClient()
  const today = useReadyState()?.todayOn ?? ''
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('done')
  const [texts, setTexts] = useState({ visitedOn: today, visitor: '', reason: '', note: '' })
  const [problems, setProblems] = useState<Partial<Record<keyof typeof texts, string>>>({})
  const place = useRef<HTMLDivElement>(null)
  const record = useMutation({
    mutationFn: (visitedOn: Parameters<typeof ask<'visitTask.recordOther'>>[1]['visitedOn']) =>
      ask('visitTask.recordOther', {
        residentIds: [residentId],
        outcome,
        visitedOn,
        visitor: texts.visitor.trim(),
        reason: texts.reason.trim(),
        note: texts.note.trim(),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onClose()
    },
  })
  const submit = () => {
    const typed = parseTypedDate(texts.visitedOn)
    const found = {
      ...(typed.ok ? {} : { visitedOn: words.visitedOnInvalid }),
      ...(typed.ok && typed.date > today ? { visitedOn: words.visitedOnFuture } : {}),
      ...(texts.visitor.trim() === '' ? { visitor: words.visitorMissing } : {}),
    }
    setProblems(found)
    if (!typed.ok || Object.keys(found).length > 0) focusInvalid(place.current)
    else if (!record.isPending) record.mutate(typed.date)
  }
  const field = (name: keyof typeof texts, label: string, most: number, placeholder = '') => (
    <TextInput
      label={label}
      value={texts[name]}
      error={problems[name]}
      maxLength={most}
      autoComplete="off"
      placeholder={placeholder}
      onChange={({ currentTarget: { value } }) => setTexts((before) => ({ ...before, [name]: value }))}
    />
  )
  const { visitor, reason, note } = texts
  return (
    <FormDialog
      title={otherVisitLabels.title}
      confirmLabel={otherVisitLabels.confirm}
      cancelLabel={otherVisitLabels.cancel}
      isBusy={record.isPending}
      isDirty={visitor + reason + note !== '' && !record.isPending && !record.isSuccess}
      onSubmit={submit}
      onCancel={onClose}
    >
      <div ref={place}>
        <FailureNotice error={record.error} />
        <Radio.Group
          label={words.outcome}
          value={outcome}
          onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? 'done')}
        >
          <Group gap="lg" my="xs">
            {outcomes.map((each) => (
              <Radio
                key={each}
                value={each}
                label={visitOutcomeLabels[each]}
                {...(each === 'done' ? { 'data-autofocus': true } : {})}
              />
            ))}
          </Group>
        </Radio.Group>
        {field('visitedOn', words.visitedOn, 20)}
        {field('visitor', words.visitor, 60)}
        {field('reason', otherVisitLabels.reason, 200, otherVisitLabels.reasonPlaceholder)}
        {field('note', words.note, 500)}
      </div>
    </FormDialog>
  )
}
