import { z } from 'zod'
import { ownFieldKeySchema } from './own-field.ts'
import { mayWrite } from './record-access.ts'
import type { RecordField } from './record-change.ts'
import { recordKindOfField } from './resident-field-access.ts'
import type { Actor } from './staff.ts'

/** What is chosen from one of two records as a whole, with the fields it stands for; lists are put together. */
export const fieldsOfMerge = {
  name: ['name', 'ownPinyin'],
  formerName: ['formerName'],
  otherName: ['otherName'],
  sex: ['sex'],
  document: ['idDocumentType', 'idNumber'],
  birthWhen: ['birthWhen'],
  lunarBirth: ['lunarBirth'],
  ethnicGroup: ['ethnicGroup'],
  education: ['education'],
  politicalStatus: ['politicalStatus'],
  marriage: ['maritalStatus', 'marriedWhen', 'spouseId'],
  occupation: ['occupation'],
  workplace: ['workplace'],
  retirementUnit: ['retirementUnit'],
  presence: [],
  home: ['dwelling', 'relationToHead'],
  registeredAddress: ['registeredAddress'],
  currentAddress: ['currentAddress'],
  residenceStatus: ['residenceStatus'],
  livingArrangement: ['livingArrangement'],
  health: ['health'],
  disability: ['disability'],
  note: ['note'],
} as const satisfies Record<string, readonly RecordField[]>
export type MergeField = keyof typeof fieldsOfMerge

// Object.keys forgets the key type; the table is closed.
export const mergeFields = Object.keys(fieldsOfMerge) as readonly MergeField[]
const mergeFieldSchema = z.enum(Object.keys(fieldsOfMerge) as [MergeField, ...MergeField[]])

/** Whether it is for somebody to say whose value is taken. */
export function mayChooseMergeField(actor: Actor, field: MergeField): boolean {
  return fieldsOfMerge[field].every((one) => mayWrite(actor, recordKindOfField[one]))
}

/** Of these the record that stays has those of both. */
export const mergedLists = [
  'phones',
  'otherDocuments',
  'careTags',
  'benefits',
  'ownValues',
] as const satisfies readonly RecordField[]

/** What is chosen from one of two records: one of the fields every record has, or an own one. */
const chosenFieldSchema = z.union([mergeFieldSchema, ownFieldKeySchema])
export type ChosenField = z.infer<typeof chosenFieldSchema>

/** Whose value is taken; only notes can be put one below the other. */
const mergeChoiceSchema = z.enum(['kept', 'merged', 'both'])
export type MergeChoice = z.infer<typeof mergeChoiceSchema>

/** Shape: two records that become one, and whose value is taken for each field; what is left out stays as the kept one has it. */
export const mergeRequestSchema = z
  .strictObject({
    keptId: z.int(),
    mergedId: z.int(),
    keptRevision: z.int(),
    mergedRevision: z.int(),
    choices: z.partialRecord(chosenFieldSchema, mergeChoiceSchema),
  })
  .refine(({ keptId, mergedId }) => keptId !== mergedId, { path: ['mergedId'], message: 'samePerson' })
  .refine(
    ({ choices }) =>
      Object.entries(choices).every(([field, choice]) => field === 'note' || choice !== 'both'),
    { path: ['choices'], message: 'both' },
  )
export type MergeRequest = z.infer<typeof mergeRequestSchema>

/** Shape: one line of the list of merges. */
export const mergeRowSchema = z.strictObject({
  id: z.int(),
  mergedAt: z.string(),
  staffName: z.string(),
  keptId: z.int(),
  keptName: z.string(),
  mergedName: z.string(),
  undoneAt: z.string().nullable(),
})
export type MergeRow = z.infer<typeof mergeRowSchema>

/** What is named when a merge is taken back: a field, or a kind of what hangs on a record. */
export const mergeParts = [
  ...mergeFields,
  ...mergedLists,
  'visits',
  'claims',
  'calls',
  'lifeEvents',
  'duties',
  'helpCases',
] as const
export type MergePart = (typeof mergeParts)[number]
const mergePartSchema = z.enum(mergeParts)

/** Shape: what taking a merge back did; what people did since stays with the kept record and is named. */
export const mergeUndoSchema = z.strictObject({
  keptId: z.int(),
  mergedId: z.int(),
  /** Changed since the merge, and left as it is now. */
  changedParts: z.array(mergePartSchema),
  /** Came to the kept record since the merge, and stays there. */
  addedParts: z.array(mergePartSchema),
})
export type MergeUndo = z.infer<typeof mergeUndoSchema>
