import { residentDraftSchema, type ResidentDraft } from './resident.ts'

/** What kind of work changes a record. */
export const changeSources = [
  'form',
  /** What the person wanted put right. Source: Personal Information Protection Law art. 46. */
  'correction',
  'import',
  'importUndo',
  'bulk',
  'bulkUndo',
  'lifeEvent',
  'lifeEventWithdrawn',
  'household',
  'merge',
  'unmerge',
  'undo',
  'seal',
  'unseal',
  'sample',
] as const
export type ChangeSource = (typeof changeSources)[number]

export type RecordField = keyof ResidentDraft

// Object.keys forgets the key type; the shape of a draft is closed.
/** Every field of a person that is written down when it changes. */
export const recordFields = Object.keys(residentDraftSchema.shape) as readonly RecordField[]

/** What hangs on a record and is told of in its history, each under its kind and its number. */
export const attachedKinds = ['careEvent', 'helpCase'] as const
export type AttachedKind = (typeof attachedKinds)[number]

/** Which kind a change is of; null for a field of the record itself. */
export function attachedKindOf(field: string): AttachedKind | null {
  return attachedKinds.find((kind) => field.startsWith(`${kind}:`)) ?? null
}
