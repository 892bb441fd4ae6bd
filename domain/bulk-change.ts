import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { benefitSchema, careTagSchema } from './codes/code-schemas.ts'
import { isOwnValue, longestOwnValue } from './own-value.ts'
import type { OwnField } from './own-field.ts'
import { mayWrite, mayWriteCareTag } from './record-access.ts'
import { recordKindOfField } from './resident-field-access.ts'
import { residentSelectionSchema } from './resident-selection-schema.ts'
import { residentDraftSchema, type ResidentDraft } from './resident.ts'
import type { Actor } from './staff.ts'
import { storableLine } from './storable-text.ts'

/** The fields that can be the same for many: no names, no numbers, no births, and nobody is moved. */
export const bulkFields = [
  'residenceStatus',
  'livingArrangement',
  'ethnicGroup',
  'education',
  'politicalStatus',
  'maritalStatus',
  'occupation',
  'workplace',
  'retirementUnit',
  'registeredAddress',
  'currentAddress',
  'health',
] as const satisfies readonly (keyof ResidentDraft)[]
export type BulkField = (typeof bulkFields)[number]

const date = calendarDateSchema.nullable()
const isInOrder = ({ fromOn, toOn }: { readonly fromOn: string | null; readonly toOn: string | null }) =>
  fromOn === null || toOn === null || fromOn <= toOn
const periodOrder = { path: ['toOn'], message: 'periodOrder' }

/** Shape: the one thing that is changed about many people. */
export const bulkChangeSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('giveCareTag'), careTag: careTagSchema, fromOn: date, toOn: date })
    .refine(isInOrder, periodOrder),
  z.strictObject({ kind: z.literal('endCareTag'), careTag: careTagSchema, toOn: calendarDateSchema }),
  z
    .strictObject({ kind: z.literal('giveBenefit'), benefit: benefitSchema, fromOn: date, toOn: date })
    .refine(isInOrder, periodOrder),
  z.strictObject({ kind: z.literal('endBenefit'), benefit: benefitSchema, toOn: calendarDateSchema }),
  z
    .strictObject({
      kind: z.literal('setField'),
      field: z.enum(bulkFields),
      /** Null, or an empty text, takes away what stands there. */
      value: storableLine(200).nullable(),
    })
    .refine(({ field, value }) => residentDraftSchema.shape[field].safeParse(value).success, {
      path: ['value'],
      message: 'unusable',
    }),
  z.strictObject({
    kind: z.literal('setOwnField'),
    ownFieldId: z.int().min(1),
    /** In the one form of its kind; null takes away what stands there. */
    value: storableLine(longestOwnValue).min(1).nullable(),
  }),
  /** A line under the notes that stand there already. */
  z.strictObject({ kind: z.literal('addNote'), text: storableLine(200).min(1) }),
])
export type BulkChange = z.infer<typeof bulkChangeSchema>

/** Whether somebody may make a change like this at all. */
export function mayMake(actor: Actor, change: BulkChange): boolean {
  switch (change.kind) {
    case 'giveCareTag':
    case 'endCareTag':
      return mayWriteCareTag(actor, change.careTag)
    case 'giveBenefit':
    case 'endBenefit':
      return mayWrite(actor, recordKindOfField.benefits)
    case 'setField':
      return mayWrite(actor, recordKindOfField[change.field])
    case 'setOwnField':
      return mayWrite(actor, recordKindOfField.ownValues)
    case 'addNote':
      return mayWrite(actor, recordKindOfField.note)
  }
}

/** Whether a change is about fields as they are: an own field of residents that is in use, and an answer it offers. */
export function fitsOwnFields(change: BulkChange, ownFields: readonly OwnField[]): boolean {
  if (change.kind !== 'setOwnField') return true
  const { ownFieldId, value } = change
  const field = ownFields.find(({ id }) => id === ownFieldId)
  if (field?.owner !== 'resident' || field.isRetired) return false
  if (value === null) return true
  const isGone = field.choices.some(({ id, isRetired }) => isRetired && String(id) === value)
  return isOwnValue(field, value) && !isGone
}

/** What becomes of a person: changed, or left because it is so already, or because it can't be. */
export const bulkVerdicts = ['change', 'same', 'refuse'] as const
export type BulkVerdict = (typeof bulkVerdicts)[number]

/** Why somebody can't be changed. */
const bulkRefusals = ['deceased', 'notHeld', 'beginsLater', 'noteFull', 'sealed', 'ofOthers'] as const
export type BulkRefusal = (typeof bulkRefusals)[number]

const bulkCountsSchema = z.strictObject({ change: z.int(), same: z.int(), refuse: z.int() })

/** Shape: what a change would do; the handle names it until another one is looked at. */
const bulkPreviewSchema = z.strictObject({ handle: z.string(), counts: bulkCountsSchema })
export type BulkPreview = z.infer<typeof bulkPreviewSchema>

/** Shape: one person of a preview, with the one thing that changes, as texts. */
const bulkPreviewRowSchema = z.strictObject({
  residentId: z.int(),
  name: z.string(),
  address: z.string(),
  verdict: z.enum(bulkVerdicts),
  refusal: z.enum(bulkRefusals).nullable(),
  before: z.string(),
  after: z.string(),
})
export type BulkPreviewRow = z.infer<typeof bulkPreviewRowSchema>

/** Shape: a change that was made, in the register of them. */
export const bulkRunSchema = z.strictObject({
  id: z.int(),
  changedAt: z.string(),
  staffName: z.string(),
  change: bulkChangeSchema,
  changedCount: z.int(),
  undoneAt: z.string().nullable(),
})
export type BulkRun = z.infer<typeof bulkRunSchema>

/** Unit: people; whoever was changed since is named up to here, and counted beyond. */
export const mostKeptNames = 100

/** Shape: what taking a change back did; whom somebody changed since is kept as it is. */
const bulkUndoSchema = z.strictObject({
  restoredCount: z.int(),
  keptCount: z.int(),
  kept: z.array(z.strictObject({ residentId: z.int(), name: z.string() })).max(mostKeptNames),
})
export type BulkUndo = z.infer<typeof bulkUndoSchema>

const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of changing many people at once, a part of the contract. */
export const bulkChannels = {
  'bulkChange.preview': {
    input: z.strictObject({ selection: residentSelectionSchema, change: bulkChangeSchema }),
    output: bulkPreviewSchema,
  },
  'bulkChange.rows': {
    input: z.strictObject({ handle: z.string().max(64), verdict: z.enum(bulkVerdicts), ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(bulkPreviewRowSchema) }),
  },
  'bulkChange.apply': { input: z.strictObject({ handle: z.string().max(64) }), output: bulkRunSchema },
  /** Stops the change that is being written. */
  'bulkChange.cancel': { input: z.strictObject({}), output: z.strictObject({}) },
  /** The newest first, without those that are not for whoever asks. */
  'bulkChange.list': { input: z.strictObject({}), output: z.array(bulkRunSchema) },
  'bulkChange.undo': { input: z.strictObject({ id: z.int() }), output: bulkUndoSchema },
} as const

/** Of those, what the ledger answers by itself. */
export const bulkLedgerChannels = [
  'bulkChange.preview',
  'bulkChange.rows',
  'bulkChange.apply',
  'bulkChange.list',
  'bulkChange.undo',
] as const satisfies readonly (keyof typeof bulkChannels)[]
