import { NativeSelect, Stack, Table, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { asCalendarDate, calendarDate, dateParts, type CalendarDate } from '../../../domain/calendar-date.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import { grouped } from '../../../domain/labels/grouped.ts'
import { phoneCallLabels } from '../../../domain/labels/phone-call.zh.ts'
import {
  contactGroups,
  type ContactCount,
  type ContactFilter,
  type ContactGroup,
} from '../../../domain/phone-call.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { listContacts } from './claims-store.ts'
import { lastDayOfMonth, spanOf, type Period } from './contact-period.ts'
import classes from './claims.module.css'

const words = phoneCallLabels.counts

const figures = [
  { key: 'callCount', label: words.columns.calls, filter: { kind: 'call' } },
  { key: 'reachedCount', label: words.columns.reached, filter: { kind: 'call', result: 'reached' } },
  {
    key: 'reachedPeopleCount',
    label: words.columns.reachedPeople,
    filter: { kind: 'call', result: 'reached' },
  },
  { key: 'visitCount', label: words.columns.visits, filter: { kind: 'visit' } },
  { key: 'visitedPeopleCount', label: words.columns.visitedPeople, filter: { kind: 'visit' } },
] as const satisfies readonly {
  readonly key: keyof ContactCount
  readonly label: string
  readonly filter: Partial<ContactFilter>
}[]

/** How many calls and visits there were and of how many people, by post, claimant or month; each figure opens its rows. */
export function ContactCountsPage() {
  const todayOn = useReadyState()?.todayOn
  return todayOn === undefined ? null : <Counts todayOn={asCalendarDate(todayOn)} />
}

function Counts({ todayOn }: { readonly todayOn: CalendarDate }) {
  const [groupBy, setGroupBy] = useState<ContactGroup>('claimPost')
  const [period, setPeriod] = useState<Period>('year')
  const span = spanOf(period, todayOn)
  const counts = useQuery({
    ...ledgerQuery('contact.counts', { ...span, groupBy }),
    placeholderData: keepPreviousData,
  })
  const { rows = [], total } = counts.data ?? {}
  const open = (row: ContactCount | null, filter: Partial<ContactFilter>) => {
    listContacts({ ...span, ...filter, ...(row === null ? {} : filterOf(row, groupBy)) })
    navigate('/claims/calls')
  }
  return (
    <Stack gap="md">
      <PageHeader title={words.title} />
      <Text>{words.help}</Text>
      <div className={classes.filters}>
        <NativeSelect
          label={words.groupBy}
          value={groupBy}
          data={contactGroups.map((group) => ({ value: group, label: words.groups[group] }))}
          onChange={({ currentTarget: { value } }) =>
            setGroupBy(contactGroups.find((group) => group === value) ?? 'claimPost')
          }
        />
        <NativeSelect
          label={words.period}
          value={period}
          data={periods.map((one) => ({ value: one, label: words.periods[one] }))}
          onChange={({ currentTarget: { value } }) =>
            setPeriod(periods.find((one) => one === value) ?? 'year')
          }
        />
      </div>
      <FailureNotice error={counts.error} />
      {counts.data !== undefined && rows.length === 0 && <Text>{words.empty}</Text>}
      {total !== undefined && rows.length > 0 && (
        <Table fz="md" aria-label={words.caption} withTableBorder className={classes.counts}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{words.groups[groupBy]}</Table.Th>
              {figures.map(({ key, label }) => (
                <Table.Th key={key} scope="col" className={classes.figure}>
                  {label}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <CountLine
                key={String(row.key)}
                name={nameOf(row, groupBy)}
                row={row}
                onOpen={(filter) => open(row, filter)}
              />
            ))}
            <CountLine name={words.total} row={total} onOpen={(filter) => open(null, filter)} />
          </Table.Tbody>
        </Table>
      )}
      {total !== undefined && total.namelessCount > 0 && <Text>{words.nameless(total.namelessCount)}</Text>}
    </Stack>
  )
}

const periods = ['month', 'year', 'lastYear', 'all'] as const satisfies readonly Period[]

interface CountLineProps {
  readonly name: string
  readonly row: ContactCount
  readonly onOpen: (filter: Partial<ContactFilter>) => void
}

function CountLine({ name, row, onOpen }: CountLineProps) {
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {name}
      </Table.Th>
      {figures.map(({ key, label, filter }) => (
        <Table.Td key={key} className={classes.figure}>
          {row[key] === 0 ? (
            0
          ) : (
            <button
              type="button"
              className={classes.open}
              aria-label={words.open(name, label, row[key])}
              onClick={() => onOpen(filter)}
            >
              {grouped(row[key])}
            </button>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

function nameOf({ key, name }: ContactCount, groupBy: ContactGroup): string {
  if (key === null) return words.nobody
  return name === '' && groupBy === 'claimant' ? claimLabels.forgotten : name
}

/** Which contacts a line is about. */
function filterOf({ key }: ContactCount, groupBy: ContactGroup): Partial<ContactFilter> {
  if (key === null) return { isUnclaimed: true }
  if (typeof key === 'number') return groupBy === 'claimPost' ? { claimPostId: key } : { claimantId: key }
  const { year, month } = dateParts(asCalendarDate(`${key}-01`))
  return { fromOn: calendarDate(year, month, 1), toOn: lastDayOfMonth(year, month) }
}
