import { readyRosterLabels as words } from './labels/ready-roster.zh.ts'
import type { ReadyRosterKey } from './ready-roster-key.ts'
import { noFilter } from './no-filter.ts'
import type { RosterColumn, RosterField } from './roster-column.ts'
import type { Roster, RosterPeople } from './roster.ts'

const everybody: RosterPeople = { filter: noFilter, minAge: null, careTags: [] }

const list: Omit<Roster, 'title' | 'columns'> = {
  people: everybody,
  referenceOn: null,
  paper: 'A4',
  orientation: 'landscape',
  fontSizePt: 10.5,
  rowHeight: 'normal',
  grouping: 'none',
  hasPageBreaks: false,
  hasSubtotals: false,
  numbers: 'masked',
  subtitle: words.subtitle,
  signatures: [...words.signatures],
}

/** What each of these kinds looks like before an office changes it. */
export const readyRosters: Readonly<Record<ReadyRosterKey, Roster>> = {
  residents: {
    ...list,
    title: words.titles.residents,
    columns: columns(
      'serial',
      'name',
      'sex',
      'birthWhen',
      'age',
      'idNumber',
      'address',
      'firstPhone',
      'residenceStatus',
      'careTags',
      'note',
    ),
  },
  elders: {
    ...list,
    title: words.titles.elders,
    people: { ...everybody, minAge: 60 },
    columns: columns(
      'serial',
      'name',
      'sex',
      'birthWhen',
      'age',
      'idNumber',
      'address',
      'firstPhone',
      'livingArrangement',
      'careTags',
      'note',
    ),
  },
  disabled: {
    ...list,
    title: words.titles.disabled,
    people: { ...everybody, careTags: ['disabled'] },
    columns: columns(
      'serial',
      'name',
      'sex',
      'age',
      'disabilityCardNumber',
      'disability',
      'address',
      'firstPhone',
      'benefits',
      'note',
    ),
  },
  hardship: {
    ...list,
    title: words.titles.hardship,
    people: { ...everybody, careTags: ['lowIncome', 'specialHardship', 'lowIncomeMargin'] },
    columns: columns(
      'serial',
      'name',
      'sex',
      'age',
      'idNumber',
      'headName',
      'relationToHead',
      'address',
      'firstPhone',
      'careTags',
      'benefits',
      'note',
    ),
  },
  payout: {
    ...list,
    title: words.titles.payout,
    rowHeight: 'writing',
    hasSubtotals: true,
    columns: [
      ...columns('serial', 'name', 'idNumber', 'address'),
      blank(words.blanks.goods, 36),
      blank(words.blanks.signature, 32),
      blank(words.blanks.relation, 26),
      blank(words.blanks.receivedOn, 26),
      blank(words.blanks.remark, null),
    ],
  },
  attendance: {
    ...list,
    title: words.titles.attendance,
    subtitle: words.attendanceSubtitle,
    signatures: [...words.attendanceSignatures],
    orientation: 'portrait',
    rowHeight: 'writing',
    columns: [
      ...columns('serial', 'name', 'address'),
      blank(words.blanks.signIn, 40),
      blank(words.blanks.signOut, 40),
      blank(words.blanks.remark, null),
    ],
  },
}

/** A column with its usual name, as wide as its contents. */
export function plainColumn(field: RosterField): RosterColumn {
  return { field, heading: '', widthMm: null }
}

function columns(...fields: readonly RosterField[]): RosterColumn[] {
  return fields.map(plainColumn)
}

function blank(heading: string, widthMm: number | null): RosterColumn {
  return { field: 'blank', heading, widthMm }
}
