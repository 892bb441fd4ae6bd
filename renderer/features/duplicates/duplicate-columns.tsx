import { sexes } from '../../../domain/codes/sex.ts'
import type { DuplicateRow } from '../../../domain/duplicate.ts'
import {
  duplicateCertaintyLabels,
  duplicateLabels,
  suspicionText,
} from '../../../domain/labels/duplicate.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import classes from './duplicates.module.css'

const words = duplicateLabels.list
const { columns } = words

export const duplicateColumns: readonly DataTableColumn<DuplicateRow>[] = [
  {
    key: 'group',
    header: columns.group,
    width: '5rem',
    cell: ({ groupNumber, groupSize, isGroupStart }) =>
      isGroupStart ? words.group(groupNumber, groupSize) : '',
  },
  {
    key: 'first',
    header: columns.first,
    width: 'minmax(10rem, 2fr)',
    cell: ({ first }) => <Person row={first} />,
  },
  {
    key: 'second',
    header: columns.second,
    width: 'minmax(10rem, 2fr)',
    cell: ({ second }) => <Person row={second} />,
  },
  {
    key: 'reason',
    header: columns.reason,
    width: 'minmax(9rem, 2fr)',
    cell: ({ suspicion }) => suspicionText(suspicion),
  },
  {
    key: 'certainty',
    header: columns.certainty,
    width: '7rem',
    cell: ({ suspicion }) => duplicateCertaintyLabels[suspicion.certainty],
  },
]

function Person({ row }: { readonly row: ResidentRow }) {
  const age = row.age === null ? '' : residentLabels.page.ageYears(row.age)
  const parts = [sexes[row.sex], age, row.address].filter((part) => part !== '')
  return (
    <>
      <strong>{row.name}</strong> <span className={classes.aside}>{words.person(parts)}</span>
    </>
  )
}
