import { Paper, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { asCalendarDate } from '../../../domain/calendar-date.ts'
import { facilityKinds, partyLevels } from '../../../domain/codes/office-codes.ts'
import { officeLabels } from '../../../domain/labels/office.zh.ts'
import type { OfficeSummary } from '../../../domain/office-profile.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './office-page.module.css'

const words = officeLabels.summary

type Figure = readonly [label: string, value: string, aside?: string]

/** What the registers and the ledger add up to today. */
export function OfficeSummaryCard() {
  const todayOn = useReadyState()?.todayOn
  if (todayOn === undefined) return null
  return <Summary todayOn={todayOn} />
}

function Summary({ todayOn }: { readonly todayOn: string }) {
  const { data, error } = useQuery(ledgerQuery('office.summary', { asOfOn: asCalendarDate(todayOn) }))
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text c="dimmed" mb="md">
        {words.asOf(todayOn)}
      </Text>
      <FailureNotice error={error} />
      {data !== undefined && (
        <Stack gap="lg">
          <Figures title={words.places} figures={placeFigures(data)} />
          <Figures title={words.office} figures={officeFigures(data)} />
        </Stack>
      )}
    </Paper>
  )
}

function Figures({ title, figures }: { readonly title: string; readonly figures: readonly Figure[] }) {
  return (
    <div>
      <Title order={3} size="h5" mb="xs">
        {title}
      </Title>
      <dl className={classes.figures}>
        {figures.map(([label, value, aside]) => (
          <div key={label} className={classes.figure}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            {aside !== undefined && aside !== '' && <dd className={classes.aside}>{aside}</dd>}
          </div>
        ))}
      </dl>
    </div>
  )
}

function placeFigures(sums: OfficeSummary): Figure[] {
  return [
    [words.buildings, words.of(sums.buildingCount)],
    [words.units, words.of(sums.unitCount)],
    [words.dwellings, words.of(sums.dwellingCount)],
    [words.households, words.of(sums.householdCount)],
    [words.residents, words.people(sums.residentCount)],
    [
      words.groups,
      words.of(sums.residentGroupCount),
      words.perGroup(sums.householdCount, sums.residentGroupCount),
    ],
    [words.grids, words.of(sums.gridCount)],
    [words.heads, words.people(sums.buildingHeadCount)],
    [words.representatives, words.people(sums.representativeCount)],
  ]
}

function officeFigures(sums: OfficeSummary): Figure[] {
  const unknownCount = sums.workerCount - sums.educatedWorkerCount
  return [
    [words.workers, words.people(sums.workerCount)],
    [
      words.college,
      words.people(sums.collegeWorkerCount),
      [
        words.share(sums.collegeWorkerCount, sums.educatedWorkerCount),
        unknownCount === 0 ? '' : words.collegeUnknown(unknownCount),
      ].join(' '),
    ],
    [
      words.facilities,
      words.facilityCount(sums.facilities.reduce((total, { count }) => total + count, 0)),
      sums.facilities.map(({ code, count }) => words.each(nameIn(facilityKinds, code), count)).join(' '),
    ],
    [words.area, words.squareMetres(String(sums.facilityAreaTenthsM2 / 10))],
    [words.stationedUnits, words.of(sums.stationedUnitCount)],
    [
      words.party,
      words.of(sums.partyOrganisations.reduce((total, { count }) => total + count, 0)),
      sums.partyOrganisations
        .map(({ code, count }) => words.each(nameIn(partyLevels, code), count))
        .join(' '),
    ],
    [words.members, words.people(sums.partyMemberCount)],
  ]
}

function nameIn(table: Readonly<Record<string, string>>, code: string): string {
  return table[code] ?? code
}
