import { Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { BoardElder } from '../../../domain/claim.ts'
import { claimLabels, contactKindLabels } from '../../../domain/labels/claim.zh.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import { PersonName } from '../../ui/person-name.tsx'
import classes from './claims.module.css'

const words = claimLabels.board

const person: readonly DataTableColumn<BoardElder>[] = [
  {
    key: 'name',
    header: words.columns.name,
    width: 'minmax(4.5rem, 1fr)',
    cell: ({ name }) => <PersonName name={name} />,
  },
  { key: 'age', header: words.columns.age, width: '2.5rem', cell: ({ age }) => age ?? '' },
  {
    key: 'address',
    header: words.columns.address,
    width: 'minmax(7.5rem, 1.5fr)',
    cell: ({ address }) => address,
  },
  { key: 'phone', header: words.columns.phone, width: '7.5rem', cell: ({ phoneMasked }) => phoneMasked },
]

const lastContact: DataTableColumn<BoardElder> = {
  key: 'lastContact',
  header: words.columns.lastContact,
  width: '8.5rem',
  cell: ({ lastContact: last }) =>
    last === null ? (
      <Text span c="dimmed">
        {words.never}
      </Text>
    ) : (
      `${last.on} ${contactKindLabels[last.kind]}`
    ),
}

/** Of elders somebody has claimed. */
export const claimedColumns: readonly DataTableColumn<BoardElder>[] = [
  ...person,
  {
    key: 'claimant',
    header: words.columns.claimant,
    width: 'minmax(9rem, 1.5fr)',
    cell: ({ claim }) => claimantText(claim),
  },
  lastContact,
  {
    key: 'nextDue',
    header: words.columns.nextDue,
    width: '7.25rem',
    cell: ({ claim }) => <NextDue claim={claim} />,
  },
]

/** Of those nobody has claimed. */
export const unclaimedColumns: readonly DataTableColumn<BoardElder>[] = [...person, lastContact]

function claimantText(claim: BoardElder['claim']): string {
  if (claim === null) return ''
  const name = claim.claimantName === '' ? claimLabels.forgotten : claim.claimantName
  const called =
    claim.mentorName === null ? name : words.withMentor(name, claim.mentorName || claimLabels.forgotten)
  return claim.toOn === null ? called : words.withEnd(called, words.until(claim.toOn))
}

function NextDue({ claim }: Pick<BoardElder, 'claim'>) {
  if (claim === null) return null
  if (claim.overdueDays === 0) return claim.nextDueOn
  return (
    <span className={classes.overdue}>
      <IconAlertTriangle aria-hidden="true" size="1.1rem" />
      {words.overdueBy(claim.overdueDays)}
    </span>
  )
}
