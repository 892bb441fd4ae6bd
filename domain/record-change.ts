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
