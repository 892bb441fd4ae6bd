import { careTags } from '../../../domain/codes/care-tag.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { ownFieldKey, type OwnField } from '../../../domain/own-field.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import type { DataTableColumn } from '../../ui/data-table-column.ts'
import classes from './residents-page.module.css'

const words = residentLabels.list
const { columns } = words

const builtInColumns: readonly DataTableColumn<ResidentRow>[] = [
  {
    key: 'name',
    header: columns.name,
    width: 'minmax(5rem, 1.2fr)',
    cell: (row) => (
      <div className={classes.person}>
        <strong>{row.name}</strong>
        {row.presence !== 'here' && (
          <small className={classes.hit}>{residentLabels.presence[row.presence]}</small>
        )}
        <HitReason hit={row.hit} />
      </div>
    ),
  },
  { key: 'sex', header: columns.sex, width: '2.5rem', cell: (row) => sexes[row.sex] },
  { key: 'age', header: columns.age, width: '2.5rem', cell: (row) => row.age },
  {
    key: 'idNumber',
    header: columns.idNumber,
    width: '9.5rem',
    cell: (row) => <span className={classes.numeric}>{row.idNumberMasked}</span>,
  },
  { key: 'address', header: columns.address, width: 'minmax(7.5rem, 2fr)', cell: (row) => row.address },
  {
    key: 'phone',
    header: columns.phone,
    width: '6.75rem',
    cell: (row) => <span className={classes.numeric}>{row.phoneMasked}</span>,
  },
  {
    key: 'careTags',
    header: columns.careTags,
    width: 'minmax(5rem, 1.5fr)',
    cell: (row) => row.careTags.map((tag) => careTags[tag]).join(words.careTagSeparator),
  },
]

/** The columns of the list: those every office has, then the own fields this one wants to see. */
export function residentColumns(listed: readonly OwnField[]): readonly DataTableColumn<ResidentRow>[] {
  const own = listed.map(({ id, name }) => ({
    key: ownFieldKey(id),
    header: name,
    width: 'minmax(4rem, 1fr)',
    cell: ({ ownTexts }: ResidentRow) => ownTexts[ownFieldKey(id)] ?? '',
  }))
  return [...builtInColumns, ...own]
}

/** By what a search found somebody, where the line does not show it anyway. */
function HitReason({ hit }: { readonly hit: ResidentRow['hit'] }) {
  const field = hit === null ? null : words.hit[hit.field]
  if (hit === null || field === null) return null
  return <small className={classes.hit}>{`${field} ${hit.text}`.trim()}</small>
}
