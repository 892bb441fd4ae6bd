import { Button, Checkbox, Group, Radio, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import type { DueRow } from '../../../domain/due-visit-view.ts'
import { dueVisitLabels } from '../../../domain/labels/due-visit.zh.ts'
import { visitLabels, visitOutcomeLabels } from '../../../domain/labels/visit.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { isComposing } from '../../ui/composing.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { parseDateText } from './typed-date.ts'
import { useToday } from './use-today.ts'
import classes from './visits.module.css'
import { useVisitsStore } from './visits-store.ts'

const words = dueVisitLabels
const fields = visitLabels.record
const outcomes = ['done', 'absent', 'refused'] as const
type Outcome = (typeof outcomes)[number]
/** The keys of the outcomes, in the same order. */
const outcomeKeys = ['1', '2', '3']

interface DueRecordFormProps {
  readonly row: DueRow
  readonly onClose: () => void
  readonly onRecorded: (ids: readonly number[], sentence: string) => void
}

interface Problems {
  readonly outcome?: string
  readonly visitedOn?: string
  readonly visitor?: string
}

/** One result for somebody and for those of the household who were visited along. */
export function DueRecordForm(props: DueRecordFormProps) {
  const today = useToday()
  return today === undefined ? null : <Fields {...props} today={today} />
}

function Fields({ row, onClose, onRecorded, today }: DueRecordFormProps & { readonly today: CalendarDate }) {
  const session = useVisitsStore()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [dateText, setDateText] = useState<string>(session.visitedOnText || today)
  const [visitor, setVisitor] = useState(session.visitor)
  const [note, setNote] = useState('')
  const [alongIds, setAlongIds] = useState<readonly number[]>([])
  const [problems, setProblems] = useState<Problems>({})
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.querySelector<HTMLInputElement>('input[type="radio"]')?.focus({ preventScroll: true })
    const frame = requestAnimationFrame(() => place.current?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [])
  const ids = [row.residentId, ...alongIds]
  const record = useMutation({
    mutationFn: (result: { readonly outcome: Outcome; readonly visitedOn: CalendarDate }) =>
      ask('dueVisit.record', { residentIds: ids, ...result, visitor: visitor.trim(), note: note.trim() }),
    onSuccess: ({ residentCount }, result) => {
      session.recorded(visitor.trim(), result.visitedOn === today ? '' : result.visitedOn)
      onRecorded(ids, words.recorded(residentCount, result.outcome))
    },
    onError: (error) => {
      const { code, detail } = failureOf(error)
      if (code === 'invalidInput' && detail === 'beforeDue') setProblems({ visitedOn: words.beforeDue })
    },
  })
  const submit = () => {
    const visitedOn = parseDateText(dateText)
    const found: Problems = {
      ...(outcome === null ? { outcome: fields.outcomeMissing } : {}),
      ...dateProblem(visitedOn, today),
      ...(visitor.trim() === '' ? { visitor: fields.visitorMissing } : {}),
    }
    setProblems(found)
    if (found.outcome !== undefined) place.current?.querySelector('input')?.focus()
    else focusInvalid(place.current)
    if (record.isPending || outcome === null || visitedOn === null || Object.keys(found).length > 0) return
    record.mutate({ outcome, visitedOn })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') onClose()
    const chosen = outcomes[outcomeKeys.indexOf(event.key)]
    const { target } = event
    if (chosen === undefined || (target instanceof HTMLInputElement && target.type === 'text')) return
    event.preventDefault()
    setOutcome(chosen)
    place.current?.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus()
  }
  const isSaidAtField = problems.visitedOn === words.beforeDue
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- digits choose an outcome wherever the focus is
    <div ref={place} className={classes.recordForm} onKeyDown={onKeyDown}>
      <LeaveGuard isActive={(outcome !== null || note !== '') && !record.isPending && !record.isSuccess} />
      <FormFrame label={fields.formName(row.residentName)} onSubmit={submit}>
        <Radio.Group
          label={fields.outcome}
          description={words.keys}
          error={problems.outcome}
          value={outcome}
          onChange={(value) => setOutcome(outcomes.find((each) => each === value) ?? null)}
        >
          <Group gap="lg" my="xs">
            {outcomes.map((each) => (
              <Radio key={each} value={each} label={visitOutcomeLabels[each]} />
            ))}
          </Group>
        </Radio.Group>
        {row.housemates.length > 0 && (
          <Checkbox.Group
            label={words.housemates}
            value={alongIds.map(String)}
            onChange={(chosen) => setAlongIds(chosen.map(Number))}
          >
            <Group gap="lg" my="xs">
              {row.housemates.map(({ residentId, residentName }) => (
                <Checkbox key={residentId} value={String(residentId)} label={residentName} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <div className={classes.recordFields}>
          <TextInput
            label={fields.visitedOn}
            value={dateText}
            autoComplete="off"
            error={problems.visitedOn}
            onChange={(event) => setDateText(event.currentTarget.value)}
          />
          <TextInput
            label={fields.visitor}
            value={visitor}
            autoComplete="off"
            maxLength={60}
            error={problems.visitor}
            onChange={(event) => setVisitor(event.currentTarget.value)}
          />
          <TextInput
            label={fields.note}
            value={note}
            autoComplete="off"
            maxLength={500}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        <FailureNotice error={isSaidAtField ? null : record.error} />
        <Group gap="sm" mt="sm">
          <Button type="submit" loading={record.isPending}>
            {words.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {fields.close}
          </Button>
        </Group>
      </FormFrame>
    </div>
  )
}

function dateProblem(visitedOn: CalendarDate | null, today: CalendarDate): Problems {
  if (visitedOn === null) return { visitedOn: fields.visitedOnInvalid }
  return visitedOn > today ? { visitedOn: fields.visitedOnFuture } : {}
}
