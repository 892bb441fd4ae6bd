import type { RecordField } from './record-change.ts'
import { mayRead, mayWrite, mayWriteCareTag, type RecordKind } from './record-access.ts'
import type { ResidentDraft } from './resident.ts'
import type { Actor } from './staff.ts'

/** Which kind of record each field of a person is; of tags each has a kind of its own. */
export const recordKindOfField = {
  name: 'basics',
  formerName: 'basics',
  otherName: 'basics',
  ownPinyin: 'basics',
  sex: 'basics',
  idDocumentType: 'basics',
  idNumber: 'idNumber',
  otherDocuments: 'idNumber',
  birthWhen: 'birthDay',
  lunarBirth: 'birthDay',
  ethnicGroup: 'basics',
  education: 'basics',
  politicalStatus: 'basics',
  maritalStatus: 'basics',
  marriedWhen: 'basics',
  spouseId: 'basics',
  occupation: 'basics',
  workplace: 'basics',
  retirementUnit: 'basics',
  phones: 'phones',
  dwelling: 'basics',
  relationToHead: 'basics',
  registeredAddress: 'basics',
  currentAddress: 'basics',
  residenceStatus: 'basics',
  livingArrangement: 'basics',
  health: 'health',
  disability: 'disabilityCard',
  careTags: 'publicTag',
  benefits: 'benefits',
  note: 'notes',
  // What an office asks for by itself may be anything, as a note may.
  ownValues: 'notes',
} as const satisfies Record<RecordField, RecordKind>

/** Whether somebody gets to see a field at all; numbers are masked all the same, and tags are left out one by one. */
export function mayReadField(actor: Actor, field: RecordField): boolean {
  return mayRead(actor, recordKindOfField[field])
}

/** Whether somebody may change a field from one draft's to the other's; of tags, each that differs is asked for. */
export function mayWriteField(
  actor: Actor,
  field: RecordField,
  { before, after }: { readonly before: ResidentDraft; readonly after: ResidentDraft },
): boolean {
  if (field !== 'careTags') return mayWrite(actor, recordKindOfField[field])
  const periods = ({ careTags }: ResidentDraft) =>
    new Map(careTags.map((tag) => [tag.careTag, JSON.stringify([tag.fromOn, tag.toOn])]))
  const [old, wanted] = [periods(before), periods(after)]
  return [...new Set([...old.keys(), ...wanted.keys()])].every(
    (careTag) => old.get(careTag) === wanted.get(careTag) || mayWriteCareTag(actor, careTag),
  )
}
