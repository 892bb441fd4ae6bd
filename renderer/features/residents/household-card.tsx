import { Anchor, Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { relationsToHead } from '../../../domain/codes/relation-to-head.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { Household } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { HouseholdOwnValues } from './household-own-values.tsx'
import { HouseholdActions } from './household-actions.tsx'
import classes from './resident-page.module.css'

const words = residentLabels.household

interface HouseholdCardProps {
  readonly householdId: number
  readonly residentId: number
  /** Called when people's records have changed with their household. */
  readonly onChanged: () => void
}

/** Who lives in the same household, each a way to that person's page. */
export function HouseholdCard({ householdId, residentId, onChanged }: HouseholdCardProps) {
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
      {household !== undefined && household.neighbours.length > 0 && (
        <Text mt="xs">
          {householdLabels.neighbours(
            household.neighbours.map(neighbourName).join(householdLabels.separator),
          )}
        </Text>
      )}
      {household !== undefined && <HouseholdOwnValues household={household} onChanged={onChanged} />}
      {household !== undefined && <HouseholdActions household={household} onChanged={onChanged} />}
    </Paper>
  )
}

function descriptionOf(member: Household['members'][number]): string {
  const relation = member.relationToHead === null ? words.headUnknown : relationsToHead[member.relationToHead]
  const age = member.age === null ? [] : [residentLabels.page.ageYears(member.age)]
  return [member.isHead ? words.head : relation, sexes[member.sex], ...age].join(' ')
}

function neighbourName({ name, memberCount }: Household['neighbours'][number]): string {
  return memberCount === 1 ? name : householdLabels.neighbour(name, memberCount)
}
