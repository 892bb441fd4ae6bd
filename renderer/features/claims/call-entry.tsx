import { Button, Paper, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { parseTypedDate, type CalendarDate } from '../../../domain/calendar-date.ts'
import { callResultLabels, phoneCallLabels } from '../../../domain/labels/phone-call.zh.ts'
import { callResults, type CallResult, type PhoneCallDraft } from '../../../domain/phone-call.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useCareChanged } from '../../ledger/use-care-changed.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { PersonSearch } from './person-search.tsx'
import classes from './claims.module.css'

const words = phoneCallLabels.entry

type Problem = 'person' | 'result' | 'caller' | 'calledOn'
const sentences: Readonly<Record<Problem, string>> = {
  person: words.personMissing,
  result: words.resultMissing,
  caller: words.callerMissing,
  calledOn: words.badDate,
}

interface CallEntryProps {
  readonly todayOn: CalendarDate
  /** Who is at the desk: calls that belong to no claim are theirs. */
  readonly staffName: string
}

/** A call in ten seconds: a name and Enter, one key for how it went, a few words and Enter, and the next one. */
export function CallEntry({ todayOn, staffName }: CallEntryProps) {
  const [person, setPerson] = useState<ResidentRow | null>(null)
  const [result, setResult] = useState<CallResult | null>(null)
  const [note, setNote] = useState('')
  const [followUp, setFollowUp] = useState('')
  const [dayText, setDayText] = useState<string>(todayOn)
  // Null as long as nobody typed another name than the usual one.
  const [typedCaller, setTypedCaller] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [notice, setNotice] = useState<string | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  const noteInput = useRef<HTMLInputElement>(null)
  const changed = useCareChanged()
  const claims = useQuery({
    ...ledgerQuery('claim.ofResident', { residentId: person?.id ?? 0 }),
    enabled: person !== null,
  })
  const running = claims.data?.find(
    ({ fromOn, toOn }) => fromOn <= todayOn && (toOn === null || toOn >= todayOn),
  )
  const usualCaller = running === undefined || running.claimantName === '' ? staffName : running.claimantName
  const caller = typedCaller ?? (person === null ? staffName : usualCaller)
  const saving = useMutation({
    mutationFn: (draft: PhoneCallDraft) => ask('phoneCall.save', { id: null, revision: null, draft }),
    onSuccess: ({ residentName, result: saved }) => {
      setNotice(words.saved(residentName, callResultLabels[saved]))
      setPerson(null)
      setResult(null)
      setNote('')
      setFollowUp('')
      setTypedCaller(null)
      changed()
    },
  })
  // The search is back once it is done, and has the keyboard for the next one.
  useEffect(() => {
    if (person === null) search.current?.focus()
    else results.current?.querySelector<HTMLElement>('button')?.focus()
  }, [person])
  const refuse = (found: Problem) => {
    setProblem(found)
    if (found === 'person') search.current?.focus()
    if (found === 'result') results.current?.querySelector<HTMLElement>('button')?.focus()
  }
  const submit = () => {
    const typed = parseTypedDate(dayText)
    setNotice(null)
    if (person === null) refuse('person')
    else if (result === null) refuse('result')
    else if (!typed.ok || typed.date > todayOn) refuse('calledOn')
    else if (caller.trim() === '') refuse('caller')
    else {
      setProblem(null)
      saving.mutate({ residentId: person.id, calledOn: typed.date, caller, result, note, followUp })
    }
  }
  const take = (chosen: CallResult) => {
    setResult(chosen)
    setProblem(null)
    noteInput.current?.focus()
  }
  const errorOf = (field: Problem) => (problem === field ? sentences[field] : undefined)
  return (
    <Paper component="section" withBorder p="md" aria-label={words.name}>
      <Title order={2} size="h4">
        {words.name}
      </Title>
      <Text c="dimmed" mb="xs">
        {words.help}
      </Text>
      <LeaveGuard isActive={(note !== '' || followUp !== '') && !saving.isPending} />
      <SuccessNotice sentence={notice} />
      <FailureNotice error={saving.error} />
      <FormFrame label={words.name} onSubmit={submit}>
        <div className={classes.entry}>
          {person === null ? (
            <PersonSearch
              inputRef={search}
              problem={errorOf('person') ?? null}
              onChoose={(chosen) => {
                setNotice(null)
                setProblem(null)
                setPerson(chosen)
              }}
            />
          ) : (
            <div className={`${classes.person ?? ''} ${classes.chosen ?? ''}`}>
              <div className={classes.chosenHead}>
                <strong>{words.chosen(person.name)}</strong>
                <Button variant="subtle" size="compact-sm" onClick={() => setPerson(null)}>
                  {words.another}
                </Button>
              </div>
              <span>{[person.address, person.phoneMasked].filter((part) => part !== '').join('\u3000')}</span>
              <span>{running === undefined ? words.notClaimed : words.claimedBy(running.claimantName)}</span>
            </div>
          )}
          <div className={classes.results}>
            <Text size="md" fw={600} id="call-result-label">
              {words.result}
            </Text>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys belong to the buttons in it */}
            <div
              ref={results}
              role="group"
              aria-labelledby="call-result-label"
              className={classes.resultKeys}
              onKeyDown={(event) => {
                const chosen = callResults[Number(event.key) - 1]
                if (chosen === undefined) return
                // The focus moves on to the note, which must not get the digit.
                event.preventDefault()
                take(chosen)
              }}
            >
              {callResults.map((one, index) => (
                <Button
                  key={one}
                  variant={result === one ? 'filled' : 'default'}
                  aria-pressed={result === one}
                  disabled={person === null}
                  onClick={() => take(one)}
                >
                  {words.key(index + 1, callResultLabels[one])}
                </Button>
              ))}
            </div>
            {errorOf('result') !== undefined && (
              <p role="alert" className={classes.overdue}>
                {errorOf('result')}
              </p>
            )}
          </div>
          <TextInput
            ref={noteInput}
            className={classes.note ?? ''}
            label={words.note}
            maxLength={500}
            autoComplete="off"
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <TextInput
            className={classes.followUp ?? ''}
            label={words.followUp}
            maxLength={200}
            autoComplete="off"
            value={followUp}
            onChange={(event) => setFollowUp(event.currentTarget.value)}
          />
          <TextInput
            className={classes.short ?? ''}
            label={words.calledOn}
            maxLength={20}
            autoComplete="off"
            value={dayText}
            error={errorOf('calledOn')}
            onChange={(event) => setDayText(event.currentTarget.value)}
          />
          <TextInput
            className={classes.short ?? ''}
            label={words.caller}
            maxLength={40}
            autoComplete="off"
            value={caller}
            error={errorOf('caller')}
            onChange={(event) => setTypedCaller(event.currentTarget.value)}
          />
          <div className={classes.send}>
            <Button type="submit" fullWidth px="xs" loading={saving.isPending}>
              {words.save}
            </Button>
          </div>
        </div>
      </FormFrame>
    </Paper>
  )
}
