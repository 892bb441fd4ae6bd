import { isOwnFieldKey, type OwnFieldKey } from './own-field.ts'
import { recordFields, type RecordField } from './record-change.ts'
import { mayReadField } from './resident-field-access.ts'
import type { Actor } from './staff.ts'

/** The columns of the residents list on screen. */
export const screenColumns = ['name', 'sex', 'age', 'idNumber', 'address', 'phone', 'careTags'] as const

/** What a list can show besides the fields of a record. */
type MadeColumn = 'age' | 'address' | 'phone' | 'building' | 'unit' | 'room' | 'presence'

type RecordColumn = Exclude<RecordField, 'dwelling' | 'ownValues'>

/** A column that every list can have; own fields are columns besides. */
export type BuiltInColumn = MadeColumn | RecordColumn

export type ListColumn = BuiltInColumn | OwnFieldKey

/** Every column of a list but own fields, those on screen first. */
export const listColumns: readonly BuiltInColumn[] = [
  ...new Set<BuiltInColumn>([
    ...screenColumns,
    'building',
    'unit',
    'room',
    'presence',
    ...recordFields.filter((field): field is RecordColumn => field !== 'dwelling' && field !== 'ownValues'),
  ]),
]

/** Whose right to be read a column that is made of fields follows. */
const fieldOfMade = {
  age: 'name',
  address: 'dwelling',
  phone: 'phones',
  building: 'dwelling',
  unit: 'dwelling',
  room: 'dwelling',
  presence: 'name',
} as const satisfies Record<MadeColumn, RecordField>

/** Whether somebody may have a column at all; numbers are masked and tags left out one by one all the same. */
export function mayReadColumn(actor: Actor, column: ListColumn): boolean {
  if (isOwnFieldKey(column)) return mayReadField(actor, 'ownValues')
  return mayReadField(actor, isMade(column) ? fieldOfMade[column] : column)
}

function isMade(column: BuiltInColumn): column is MadeColumn {
  return column in fieldOfMade
}
