import { ownFieldKey } from '../../domain/own-field.ts'
import { residentDraftSchema, type ResidentDraft } from '../../domain/resident.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import type { ImportField } from '../../domain/roster-import.ts'
import { fieldOfDraftKey } from './merge-draft.ts'

/** These are never taken away: without them nobody can be told apart, or the ledger has no word for nothing. */
const kept: ReadonlySet<ImportField> = new Set([
  'name',
  'sex',
  'idNumber',
  'residenceStatus',
  'relationToHead',
])
const doorFields: readonly ImportField[] = ['address', 'building', 'unit', 'room']
const cardFields: readonly ImportField[] = ['disabilityCard', 'disabilityCategory', 'disabilityGrade']

/** A spouse is told by both, so that no list unties one of them. */
const neverEmptied: readonly string[] = ['spouseId'] satisfies readonly (keyof ResidentDraft)[]

/** The draft without what the file has columns for and leaves empty. */
export function emptiedDraft(
  draft: ResidentDraft,
  { draft: read, emptyFields, givenFields }: FamilyRow,
): ResidentDraft {
  const given = new Set(givenFields)
  const empty = new Set(emptyFields.filter((field) => !given.has(field) && !kept.has(field)))
  const together = (fields: readonly ImportField[], isSaid: boolean) => {
    // Part of it says that there is one.
    const isEmpty = fields.some((field) => empty.has(field)) && !isSaid
    for (const field of fields) empty[isEmpty ? 'add' : 'delete'](field)
  }
  together(doorFields, read.dwelling !== null || read.currentAddress !== '')
  together(cardFields, read.disability !== null || cardFields.some((field) => given.has(field)))
  // A number tells the birth whether the file does or not.
  if (draft.idNumber !== '') empty.delete('birth')
  const emptied = Object.entries(fieldOfDraftKey).flatMap(([key, field]) =>
    empty.has(field) && !neverEmptied.includes(key) ? nothingFor(key) : [],
  )
  const phones = empty.has('phone') ? draft.phones.filter(({ isEmergency }) => isEmergency) : draft.phones
  const ownValues = draft.ownValues.filter(({ ownFieldId }) => !empty.has(ownFieldKey(ownFieldId)))
  return residentDraftSchema.parse({ ...draft, ...Object.fromEntries(emptied), phones, ownValues })
}

/** The field with what the schema takes for nothing; none where it always holds something. */
function nothingFor(key: string): [string, unknown][] {
  // Every key of the table is a key of a draft.
  const schema = residentDraftSchema.shape[key as keyof ResidentDraft]
  const nothing = [null, '', []].find((value) => schema.safeParse(value).success)
  return nothing === undefined ? [] : [[key, nothing]]
}
