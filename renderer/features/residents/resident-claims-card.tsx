import { Button, Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { asCalendarDate } from '../../../domain/calendar-date.ts'
import { claimEndReasonLabels, claimLabels } from '../../../domain/labels/claim.zh.ts'
import { callResultLabels, phoneCallLabels } from '../../../domain/labels/phone-call.zh.ts'
import { allCalls } from '../../../domain/phone-call.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { useMay, useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useCareChanged } from '../../ledger/use-care-changed.ts'
import { CallDialog } from '../../ui/care/call-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import classes from './resident-page.module.css'

const words = claimLabels.card

/** Unit: calls shown at first. */
const shownCalls = 5

interface ResidentClaimsCardProps {
  readonly resident: ResidentView
}

/** Who has claimed a person, and the last calls. */
export function ResidentClaimsCard({ resident }: ResidentClaimsCardProps) {
  const state = useReadyState()
  const todayOn = asCalendarDate(state?.todayOn ?? '2000-01-01')
  const mayCall = useMay('phoneCall.save')
  const changed = useCareChanged()
  const [limit, setLimit] = useState(shownCalls)
  const [isCalling, setIsCalling] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)
  const claims = useQuery(ledgerQuery('claim.ofResident', { residentId: resident.id }))
  const calls = useQuery(
    ledgerQuery('contact.list', { filter: { ...allCalls, residentId: resident.id }, offset: 0, limit }),
  )
  const lines = claims.data ?? []
  const running = lines.find(({ fromOn, toOn }) => fromOn <= todayOn && (toOn === null || toOn >= todayOn))
  const former = lines.filter((line) => line !== running)
  const nameOf = (name: string) => (name === '' ? claimLabels.forgotten : name)
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="xs">
        {words.title}
      </Title>
      <SuccessNotice sentence={notice} />
      <FailureNotice error={claims.error ?? calls.error} />
      {claims.data !== undefined && running === undefined && <Text>{words.nobody}</Text>}
      {running !== undefined && (
        <>
          <Text fw={600}>{words.by(nameOf(running.claimantName), running.postName)}</Text>
          <Text>
            {[
              words.since(running.fromOn),
              running.mentorName === null ? '' : words.mentor(nameOf(running.mentorName)),
            ]
              .filter((part) => part !== '')
              .join('\u3000')}
          </Text>
        </>
      )}
      {former.length > 0 && (
        <>
          <Text mt="sm" fw={600}>
            {words.before}
          </Text>
          <ul className={classes.people}>
            {former.map((line) => (
              <li key={line.id} className={classes.person}>
                <span>{words.formerBy(nameOf(line.claimantName), line.postName)}</span>
                <span>
                  {line.isVoid
                    ? words.mistake
                    : line.toOn === null
                      ? words.since(line.fromOn)
                      : words.period(line.fromOn, line.toOn)}
                </span>
                {line.endReason !== null && <span>{claimEndReasonLabels[line.endReason]}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      <Text mt="sm" fw={600}>
        {words.calls}
      </Text>
      {calls.data?.totalCount === 0 && <Text>{words.noCalls}</Text>}
      <ul className={classes.people}>
        {calls.data?.rows.map((call) => (
          <li key={call.id} className={classes.person}>
            <span>
              {words.call(call.on, call.by, call.result === null ? '' : callResultLabels[call.result])}
            </span>
            {call.note !== '' && <span>{call.note}</span>}
            {call.followUp !== '' && (
              <span>
                {call.followUpDoneOn === null
                  ? phoneCallLabels.list.toDo(call.followUp)
                  : phoneCallLabels.list.done(call.followUp, call.followUpDoneOn)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {calls.data !== undefined && calls.data.totalCount > calls.data.rows.length && (
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() => setLimit(Math.min(200, calls.data.totalCount))}
        >
          {words.all(calls.data.totalCount)}
        </Button>
      )}
      {mayCall && resident.presence === 'here' && (
        <Button variant="default" size="sm" mt="sm" onClick={() => setIsCalling(true)}>
          {words.record}
        </Button>
      )}
      {isCalling && (
        <CallDialog
          person={resident}
          usualCaller={running?.claimantName || (state?.actor.name ?? '')}
          call={null}
          todayOn={todayOn}
          onCancel={() => setIsCalling(false)}
          onSaved={() => {
            setIsCalling(false)
            changed()
            setNotice(words.recorded)
          }}
          onWithdrawn={() => setIsCalling(false)}
        />
      )}
    </Paper>
  )
}
