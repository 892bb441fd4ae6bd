import { Anchor, Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { relationsToHead } from '../../../domain/codes/relation-to-head.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { Household } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './resident-page.module.css'

const words = residentLabels.household

interface HouseholdCardProps {
  readonly householdId: number
  readonly residentId: number
}

/** Who lives in the same household, each a way to that person's page. */
export function HouseholdCard({ householdId, residentId }: HouseholdCardProps) {
  const { data: household, error } = useQuery(ledgerQuery('household.get', { id: householdId }))
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4" mb="xs">
        {words.title}
      </Title>
      <FailureNotice error={error} />
      {household?.members.length === 1 && <Text>{words.empty}</Text>}
      {household !== undefined && household.members.length > 1 && (
        <ul className={classes.people}>
          {household.members.map((member) => (
            <li key={member.id} className={classes.person}>
              {member.id === residentId ? (
                <strong>{words.thisPerson(member.name)}</strong>
              ) : (
                <Anchor component={Link} href={`/residents/${member.id}`}>
                  {member.name}
                </Anchor>
              )}
              <span>{descriptionOf(member)}</span>
            </li>
          ))}
        </ul>
      )}
    </Paper>
  )
}

function descriptionOf(member: Household['members'][number]): string {
  const relation = member.relationToHead === null ? words.headUnknown : relationsToHead[member.relationToHead]
  const age = member.age === null ? [] : [residentLabels.page.ageYears(member.age)]
  return [member.isHead ? words.head : relation, sexes[member.sex], ...age].join(' ')
}
