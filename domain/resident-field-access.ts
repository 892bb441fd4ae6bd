import type { RecordField } from './record-change.ts'
import { mayRead, type RecordKind } from './record-access.ts'
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
} as const satisfies Record<RecordField, RecordKind>

/** Whether somebody gets to see a field at all; numbers are masked all the same, and tags are left out one by one. */
export function mayReadField(actor: Actor, field: RecordField): boolean {
  return mayRead(actor, recordKindOfField[field])
}
