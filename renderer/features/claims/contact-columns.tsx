import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import { callResultLabels, phoneCallLabels } from '../../../domain/labels/phone-call.zh.ts'
import type { ContactRow } from '../../../domain/phone-call.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import { PersonName } from '../../ui/person-name.tsx'
import classes from './claims.module.css'

const words = phoneCallLabels.list

const first: readonly DataTableColumn<ContactRow>[] = [
  { key: 'on', header: words.columns.on, width: '6.5rem', cell: ({ on }) => on },
  {
    key: 'name',
    header: words.columns.name,
    width: 'minmax(5rem, 1fr)',
    cell: ({ residentName }) => <PersonName name={residentName} />,
  },
  {
    key: 'address',
    header: words.columns.address,
    width: 'minmax(7rem, 1.5fr)',
    cell: ({ address }) => address,
  },
]

const claimant: DataTableColumn<ContactRow> = {
  key: 'claimant',
  header: words.columns.claimant,
  width: 'minmax(5rem, 1fr)',
  cell: ({ claimantName }) => (claimantName === '' ? claimLabels.forgotten : (claimantName ?? '')),
}
const note: DataTableColumn<ContactRow> = {
  key: 'note',
  header: words.columns.note,
  width: 'minmax(7rem, 2fr)',
  cell: (row) => row.note,
}

export const callColumns: readonly DataTableColumn<ContactRow>[] = [
  ...first,
  {
    key: 'result',
    header: words.columns.result,
    width: '5.5rem',
    cell: ({ result }) => (result === null ? '' : callResultLabels[result]),
  },
  { key: 'by', header: words.columns.by, width: 'minmax(5rem, 1fr)', cell: ({ by }) => by },
  claimant,
  note,
  { key: 'followUp', header: words.columns.followUp, width: 'minmax(7rem, 1.5fr)', cell: followUpOf },
]

export const visitColumns: readonly DataTableColumn<ContactRow>[] = [
  ...first,
  { key: 'by', header: words.columns.visitor, width: 'minmax(5rem, 1fr)', cell: ({ by }) => by },
  claimant,
  note,
]

function followUpOf({ followUp, followUpDoneOn }: ContactRow) {
  if (followUp === '') return ''
  if (followUpDoneOn !== null) return words.done(followUp, followUpDoneOn)
  return <span className={classes.overdue}>{words.toDo(followUp)}</span>
}
