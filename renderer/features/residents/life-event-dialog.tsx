import { Checkbox, NativeSelect, Text, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { parseTypedDate } from '../../../domain/calendar-date.ts'
import { headOfHouseholdCode } from '../../../domain/codes/relation-to-head.ts'
import type { Failure } from '../../../domain/failure.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { lifeEventLabels, lifeLabels } from '../../../domain/labels/life.zh.ts'
import type { LifeEventDraft, LifeEventKind } from '../../../domain/life-event.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'

const words = lifeLabels.form

interface LifeEventDialogProps {
  readonly resident: ResidentView
  readonly kind: LifeEventKind
  readonly onCancel: () => void
  readonly onRecorded: (view: ResidentView) => void
}

/** The day, the place, and what follows for those who stay. */
export function LifeEventDialog({ resident, kind, onCancel, onRecorded }: LifeEventDialogProps) {
  const todayOn = useReadyState()?.todayOn ?? ''
  const [dateText, setDateText] = useState(todayOn)
  const [place, setPlace] = useState('')
  const [note, setNote] = useState('')
  const [newHeadId, setNewHeadId] = useState('')
  const [isWidowed, setIsWidowed] = useState(true)
  const [problem, setProblem] = useState<string | null>(null)
  const dateField = useRef<HTMLInputElement>(null)
  const household = useQuery(ledgerQuery('household.get', { id: resident.householdId }))
  const others = (household.data?.members ?? []).filter(
    ({ id, presence }) => id !== resident.id && presence === 'here',
  )
  const isHeadGoing =
    (kind === 'movedOut' || kind === 'deathConfirmed') && resident.relationToHead === headOfHouseholdCode
  const hasSpouse = kind === 'deathConfirmed' && resident.spouseName !== ''
  const recording = useMutation({
    mutationFn: (draft: LifeEventDraft) => ask('life.record', draft),
    onSuccess: onRecorded,
    onError: (error) => {
      setProblem(dateProblem(failureOf(error)))
      dateField.current?.focus()
    },
  })
  const submit = () => {
    const typed = parseTypedDate(dateText)
    if (!typed.ok) {
      setProblem(dateText.trim() === '' ? words.problems.missing : fieldProblems.date)
      dateField.current?.focus()
      return
    }
    setProblem(null)
    recording.mutate({
      residentId: resident.id,
      revision: resident.revision,
      kind,
      happenedOn: typed.date,
      place: place.trim(),
      note: note.trim(),
      newHeadId: isHeadGoing && newHeadId !== '' ? Number(newHeadId) : null,
      isSpouseWidowed: hasSpouse && isWidowed,
    })
  }
  return (
    <FormDialog
      title={words.title(lifeEventLabels[kind], resident.name)}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={recording.isPending}
      isDirty={place !== '' || note !== ''}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Text>{words.effects[kind]}</Text>
      {recording.error !== null && problem === null && <FailureNotice error={recording.error} />}
      <TextInput
        ref={dateField}
        data-autofocus
        label={words.happenedOn}
        required
        maxLength={20}
        autoComplete="off"
        value={dateText}
        error={problem}
        onChange={(event) => setDateText(event.currentTarget.value)}
      />
      {(kind === 'movedIn' || kind === 'movedOut' || kind === 'movedBack') && (
        <TextInput
          label={kind === 'movedOut' ? words.placeTo : words.placeFrom}
          maxLength={100}
          autoComplete="off"
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
        />
      )}
      {isHeadGoing && others.length > 0 && (
        <NativeSelect
          label={words.newHead}
          description={words.newHeadHelp(resident.name)}
          value={newHeadId}
          onChange={(event) => setNewHeadId(event.currentTarget.value)}
        >
          <option value="">{words.newHeadLater}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
      {hasSpouse && (
        <Checkbox
          size="md"
          label={words.widowed(resident.spouseName)}
          checked={isWidowed}
          onChange={(event) => setIsWidowed(event.currentTarget.checked)}
        />
      )}
      <Textarea
        label={words.note}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

/** The sentence for a day the ledger refused; null for a failure that is about something else. */
function dateProblem({ code, field, detail }: Failure): string | null {
  if (code !== 'invalidInput' || field !== 'happenedOn') return null
  const { problems } = words
  return detail !== undefined && detail in problems
    ? problems[detail as keyof typeof problems]
    : problems.notNext
}
