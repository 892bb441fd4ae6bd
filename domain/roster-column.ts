import { z } from 'zod'
import { isOwnFieldKey, ownFieldKeySchema, type OwnFieldKey } from './own-field.ts'
import { mayRead } from './record-access.ts'
import { recordFields, type RecordField } from './record-change.ts'
import { mayReadField } from './resident-field-access.ts'
import type { Actor } from './staff.ts'
import { storableLine } from './storable-text.ts'

/** What a roster can say of a person besides the fields of the record. */
const reckonedColumns = [
  'serial',
  'age',
  'nominalAge',
  'address',
  'building',
  'unit',
  'room',
  'residentGroup',
  'grid',
  'headName',
  'spouseName',
  'firstPhone',
  'disabilityCardNumber',
] as const

/** The fields of a record as they stand there; whose number a spouse has is no text for a paper. */
type RecordColumn = Exclude<RecordField, 'spouseId' | 'ownValues'>

const recordColumns = recordFields.filter(
  (field): field is RecordColumn => field !== 'spouseId' && field !== 'ownValues',
)

/** Every column a roster can have but own fields; `blank` is for writing by hand. */
export const rosterFields = [...reckonedColumns, ...recordColumns, 'blank'] as const
export type BuiltInRosterField = (typeof rosterFields)[number]
export type RosterField = BuiltInRosterField | OwnFieldKey

export const rosterFieldSchema = z.union([z.enum(rosterFields), ownFieldKeySchema])

/** Unit: millimetres. */
export const columnWidthMm = { least: 8, most: 200 } as const

export const rosterColumnSchema = z.strictObject({
  field: rosterFieldSchema,
  /** Empty for the usual name of the field. */
  heading: storableLine(30),
  /** Unit: millimetres; null for as much as the contents need. */
  widthMm: z.int().min(columnWidthMm.least).max(columnWidthMm.most).nullable(),
})
export type RosterColumn = z.infer<typeof rosterColumnSchema>

/** Whether somebody may have a column on a roster; its numbers are masked all the same unless asked for with a reason. */
export function mayReadColumn(actor: Actor, field: RosterField): boolean {
  if (isOwnFieldKey(field)) return mayReadField(actor, 'ownValues')
  if (field === 'firstPhone') return mayRead(actor, 'phones')
  if (field === 'disabilityCardNumber') return mayRead(actor, 'disabilityCard') && mayRead(actor, 'idNumber')
  return isRecordField(field) ? mayReadField(actor, field) : mayRead(actor, 'basics')
}

/** Whether a column is a field of the record as it stands there. */
export function isRecordField(field: RosterField): field is RecordColumn {
  return recordColumns.some((one) => one === field)
}
