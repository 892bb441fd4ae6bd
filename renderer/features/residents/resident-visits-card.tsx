import { Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { visitOutcomeLabels } from '../../../domain/labels/visit.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './resident-page.module.css'

const words = residentLabels.visits

interface ResidentVisitsCardProps {
  readonly residentId: number
}

/** The visits a person has had so far. */
export function ResidentVisitsCard({ residentId }: ResidentVisitsCardProps) {
  const { data: visits, error } = useQuery(ledgerQuery('resident.visits', { id: residentId }))
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="xs">
        {words.title}
      </Title>
      <FailureNotice error={error} />
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
