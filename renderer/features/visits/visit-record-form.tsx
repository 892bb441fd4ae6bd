import { Box, Button, Group, Radio, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { visitLabels, visitOutcomeLabels } from '../../../domain/labels/visit.zh.ts'
import type { VisitOutcome, VisitResultDraft, VisitTask } from '../../../domain/visit.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { isComposing } from '../../ui/composing.ts'
import { DraftOffer } from '../../ui/form/draft-offer.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { changedFields, withKept } from '../../ui/form/draft-values.ts'
import { useFormDraft } from '../../ui/form/use-form-draft.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { VersionsDialog } from '../../ui/versions-dialog.tsx'
import { stopComposedEnter } from './stop-composed-enter.ts'
import { parseDateText } from './typed-date.ts'
import { useRoundChange } from './use-round-change.ts'
import { useToday } from './use-today.ts'
import { chosenResult, type VisitResult, visitVersions } from './visit-versions.ts'
import classes from './visits.module.css'
import { useVisitsStore } from './visits-store.ts'

const words = visitLabels.record

const outcomes = ['done', 'absent', 'refused'] as const satisfies readonly VisitOutcome[]
/** The keys of the outcomes, in the same order. */
const outcomeKeys = ['1', '2', '3']

interface VisitRecordFormProps {
  readonly task: VisitTask
  readonly onRecorded: () => void
  readonly onClose: () => void
}

/** What the fields hold while they are typed. */
interface RecordValues {
  readonly outcome: VisitOutcome | null
  readonly dateText: string
  readonly visitor: string
  readonly note: string
}

interface FormErrors {
  readonly outcome?: string
  readonly visitedOn?: string
  readonly visitor?: string
}

/** Takes one visit's result by keyboard: a digit, Enter, and the next person is up. */
export function VisitRecordForm(props: VisitRecordFormProps) {
  const today = useToday()
  return today === undefined ? null : <RecordFields {...props} today={today} />
}

function RecordFields({
  task,
  onRecorded,
  onClose,
  today,
}: VisitRecordFormProps & { readonly today: CalendarDate }) {
  const session = useVisitsStore()
  const [atStart] = useState<RecordValues>(() => ({
    outcome: task.outcome === 'pending' ? null : task.outcome,
    dateText: task.visitedOn ?? (session.visitedOnText || today),
    visitor: task.visitor === '' ? session.visitor : task.visitor,
    note: task.note,
  }))
  const [values, setValues] = useState<RecordValues>(atStart)
  const { outcome, dateText, visitor, note } = values
  const change = (changed: Partial<RecordValues>) => setValues((before) => ({ ...before, ...changed }))
  const changed = changedFields(values, atStart)
  const draft = useFormDraft({
    form: { form: 'visitTask', id: task.id },
    baseRevision: task.revision,
    onTake: (stored) => setValues(takenRecord(atStart, stored)),
  })
  const keep = useEffectEvent(() => draft.changed(changed))
  useEffect(() => keep(), [values])
  const [errors, setErrors] = useState<FormErrors>({})
  const form = useRef<HTMLFormElement>(null)
  const radios = useRef<HTMLDivElement>(null)
  const saveButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    radios.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    // After the list has made room for the form, or for what is wrong in it.
    const frame = requestAnimationFrame(() => form.current?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [errors])

  const record = useRoundChange({
    change: (draft: VisitResultDraft) => ask('visitTask.record', draft),
    announce: (recorded) => visitLabels.round.recorded(recorded.residentName, recorded.outcome),
  })

  const comparing = useMutation({ mutationFn: () => ask('visitTask.get', { id: task.id }) })
  const theirs = comparing.data === undefined || comparing.data.isRemoved ? null : comparing.data

  const save = (result: VisitResult, revision: number) => {
    draft.hold()
    record.mutate(
      { visitTaskId: task.id, revision, ...result },
      {
        onSuccess: () => {
          draft.saved()
          const { visitedOn } = result
          session.recorded(result.visitor, visitedOn === today ? '' : (visitedOn ?? ''))
          onRecorded()
        },
        onError: (error) => {
          draft.release()
          if (failureOf(error).code === 'staleRecord') comparing.mutate()
        },
      },
    )
  }

  const submit = () => {
    const visitedOn = parseDateText(dateText)
    const found: FormErrors = {
      ...(outcome === null ? { outcome: words.outcomeMissing } : {}),
      ...dateError(visitedOn, today),
      ...(visitor.trim() === '' ? { visitor: words.visitorMissing } : {}),
    }
    setErrors(found)
    if (found.outcome !== undefined) radios.current?.querySelector('input')?.focus()
    else focusInvalid(form.current)
    if (record.isPending || outcome === null || visitedOn === null || Object.keys(found).length > 0) return
    save({ outcome, visitedOn, visitor: visitor.trim(), note: note.trim() }, task.revision)
  }

  const typed: VisitResult = {
    outcome: outcome ?? task.outcome,
    visitedOn: parseDateText(dateText),
    visitor: visitor.trim(),
    note: note.trim(),
  }

  const onKeyDown = (event: KeyboardEvent) => {
    stopComposedEnter(event)
    if (isComposing(event)) return
    if (event.key === 'Escape') onClose()
    const chosen = outcomes[outcomeKeys.indexOf(event.key)]
    if (chosen === undefined || isTextField(event.target) || draft.offer !== null) return
    event.preventDefault()
    change({ outcome: chosen })
    radios.current?.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus()
  }

  return (
    <>
      {/* Outside the form, so that its Esc does not close the form too. */}
      <LeaveGuard isActive={changed !== null && !draft.isKept} />
      {theirs !== null && (
        <VersionsDialog
          fields={visitVersions(task, typed, theirs)}
          isBusy={record.isPending}
          focusAfter={saveButton}
          onCancel={comparing.reset}
          onChosen={(choices) => {
            comparing.reset()
            save(chosenResult(typed, theirs, choices), theirs.revision)
          }}
        />
      )}
      <Box
        ref={form}
        component="form"
        noValidate
        aria-label={words.formName(task.residentName)}
        className={classes.recordForm}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DraftOffer draft={draft}>
          <Radio.Group
            ref={radios}
            size="md"
            label={words.outcome}
            description={words.keys}
            error={errors.outcome}
            value={outcome}
            onChange={(value) => change({ outcome: outcomes.find((each) => each === value) ?? null })}
          >
            <Group gap="lg" my="xs">
              {outcomes.map((each) => (
                <Radio key={each} size="md" value={each} label={visitOutcomeLabels[each]} />
              ))}
            </Group>
          </Radio.Group>
          <div className={classes.recordFields}>
            <TextInput
              label={words.visitedOn}
              value={dateText}
              autoComplete="off"
              error={errors.visitedOn}
              onChange={(event) => change({ dateText: event.currentTarget.value })}
            />
            <TextInput
              label={words.visitor}
              value={visitor}
              autoComplete="off"
              maxLength={60}
              error={errors.visitor}
              onChange={(event) => change({ visitor: event.currentTarget.value })}
            />
            <TextInput
              label={words.note}
              value={note}
              autoComplete="off"
              maxLength={500}
              onChange={(event) => change({ note: event.currentTarget.value })}
            />
          </div>
          <FailureNotice error={record.error} />
          <Group gap="sm">
            <Button ref={saveButton} type="submit" loading={record.isPending}>
              {words.save}
            </Button>
            {task.outcome !== 'pending' && <ClearResult task={task} onCleared={onClose} />}
            <Button variant="default" onClick={onClose}>
              {words.close}
            </Button>
            <Text size="sm">{words.carriedOn}</Text>
          </Group>
        </DraftOffer>
      </Box>
    </>
  )
}

interface ClearResultProps {
  readonly task: VisitTask
  readonly onCleared: () => void
}

function ClearResult({ task, onCleared }: ClearResultProps) {
  const clear = useRoundChange({
    change: () =>
      ask('visitTask.record', {
        visitTaskId: task.id,
        revision: task.revision,
        outcome: 'pending',
        visitedOn: null,
        visitor: '',
        note: task.note,
      }),
    announce: (cleared) => visitLabels.round.recorded(cleared.residentName, cleared.outcome),
  })
  return (
    <>
      <Button
        variant="default"
        loading={clear.isPending}
        onClick={() => clear.mutate(undefined, { onSuccess: onCleared })}
      >
        {words.clear}
      </Button>
      <FailureNotice error={clear.error} />
    </>
  )
}

/** A result that this form does not offer is none. */
function takenRecord(before: RecordValues, stored: Readonly<Record<string, unknown>>): RecordValues {
  const taken = withKept(before, stored)
  return { ...taken, outcome: outcomes.find((each) => each === taken.outcome) ?? null }
}

function dateError(visitedOn: CalendarDate | null, today: CalendarDate): FormErrors {
  if (visitedOn === null) return { visitedOn: words.visitedOnInvalid }
  return visitedOn > today ? { visitedOn: words.visitedOnFuture } : {}
}

function isTextField(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'text'
}
