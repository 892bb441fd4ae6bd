import { Button, Group, Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  dueReasonText,
  dueStateLabels,
  dueVisitLabels,
  otherVisitLabels,
} from '../../../domain/labels/due-visit.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { visitOutcomeLabels } from '../../../domain/labels/visit.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { OtherVisitDialog } from './other-visit-dialog.tsx'
import classes from './resident-page.module.css'

const words = residentLabels.visits

interface ResidentVisitsCardProps {
  readonly residentId: number
}

/** What is to be visited for, the visits a person has had so far, and the way to write down one that nothing asked for. */
export function ResidentVisitsCard({ residentId }: ResidentVisitsCardProps) {
  const { data: visits, error } = useQuery(ledgerQuery('resident.visits', { id: residentId }))
  const due = useQuery(ledgerQuery('dueVisit.ofResident', { id: residentId }))
  const mayRecord = useMay('visitTask.recordOther')
  const [isRecording, setIsRecording] = useState(false)
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {words.title}
        </Title>
        {mayRecord && (
          <Button variant="default" size="sm" onClick={() => setIsRecording(true)}>
            {otherVisitLabels.open}
          </Button>
        )}
      </Group>
      {isRecording && <OtherVisitDialog residentId={residentId} onClose={() => setIsRecording(false)} />}
      <FailureNotice error={error ?? due.error} />
      {due.data !== undefined && due.data.length > 0 && (
        <ul className={classes.people} aria-label={dueVisitLabels.title}>
          {due.data.map((reason) => (
            <li key={`${reason.name} ${reason.occasionOn}`} className={classes.person}>
              <strong>{dueStateLabels[reason.state]}</strong>
              <span>{dueReasonText(reason)}</span>
              <span>{dueVisitLabels.until(reason.dueToOn, reason.state)}</span>
            </li>
          ))}
        </ul>
      )}
      {visits?.length === 0 && <Text>{words.empty}</Text>}
      <ul className={classes.people}>
        {visits?.map((visit) => (
          <li key={visit.visitTaskId} className={classes.person}>
            <strong>{visit.roundName ?? (visit.reasons.join(words.reasonSeparator) || words.adHoc)}</strong>
            <span>{[visitOutcomeLabels[visit.outcome], visit.visitedOn ?? ''].join(' ')}</span>
            {visit.visitor !== '' && <span>{words.visitor(visit.visitor)}</span>}
            {visit.note !== '' && <span>{visit.note}</span>}
          </li>
        ))}
      </ul>
    </Paper>
  )
}
