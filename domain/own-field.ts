import { z } from 'zod'
import { storableLine } from './storable-text.ts'

/** Whose records a field stands on. */
export const ownFieldOwners = ['resident', 'household'] as const
export type OwnFieldOwner = (typeof ownFieldOwners)[number]

/** What stands in a field: a line of text, a decimal number, a date that may be incomplete, one of several choices, yes or no. */
export const ownFieldKinds = ['text', 'number', 'date', 'choice', 'yesNo'] as const
export type OwnFieldKind = (typeof ownFieldKinds)[number]

/** Unit: fields of one kind of record, and choices of one field, those no longer in use as well. */
export const mostOwnFields = 60
const mostChoices = 60

/** Unit: columns. More would leave no room for the address. */
export const mostListedFields = 3

const choiceName = storableLine(40).min(1)

/** Shape: one of several answers; one that is no longer in use stays with whoever has it. */
const ownFieldChoiceSchema = z.strictObject({ id: z.int(), name: choiceName, isRetired: z.boolean() })

/** Shape: a field the office added to its records by itself. */
export const ownFieldSchema = z.strictObject({
  id: z.int(),
  owner: z.enum(ownFieldOwners),
  name: storableLine(20).min(1),
  kind: z.enum(ownFieldKinds),
  /** In the order in which they are offered; empty but for choices. */
  choices: z.array(ownFieldChoiceSchema).max(mostChoices),
  /** No longer offered; what was filled in stays. */
  isRetired: z.boolean(),
  /** Whether anybody ever had a value: it is not deleted then, and its kind stays. */
  isUsed: z.boolean(),
  /** Whether the list of residents on the screen has a column of it, while it is in use. */
  isInList: z.boolean(),
  revision: z.int(),
})
export type OwnField = z.infer<typeof ownFieldSchema>

/** Shape: what a director decides about a field; a choice without an id is new. */
export const ownFieldDraftSchema = ownFieldSchema
  .pick({ owner: true, name: true, kind: true, isInList: true })
  .extend({ choices: z.array(ownFieldChoiceSchema.extend({ id: z.int().nullable() })).max(mostChoices) })
  .refine(({ kind, choices }) => kind !== 'choice' || choices.length > 0, {
    path: ['choices'],
    message: 'noChoices',
  })
  .refine(({ kind, choices }) => kind === 'choice' || choices.length === 0, { path: ['choices'] })
  .refine(({ choices }) => new Set(choices.map(({ name }) => comparedName(name))).size === choices.length, {
    path: ['choices'],
    message: 'sameChoice',
  })
export type OwnFieldDraft = z.infer<typeof ownFieldDraftSchema>

/** Whether the list of residents has a column of a field. */
export function isListed({ isInList, isRetired }: OwnField): boolean {
  return isInList && !isRetired
}

/** Names are the same whatever width their letters have and whatever blanks stand in them. */
export function comparedName(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}

/** How an own field is named wherever a field of a record is: in its history, in lists, questions, rosters and imports. */
export type OwnFieldKey = `own:${number}`

const keyPattern = /^own:([1-9]\d{0,8})$/

export const ownFieldKeySchema = z.custom<OwnFieldKey>(
  (value) => typeof value === 'string' && keyPattern.test(value),
  'ownFieldKey',
)

export function ownFieldKey(id: number): OwnFieldKey {
  return `own:${id}`
}

/** The id of the own field that is meant; null where the name is that of a field every record has. */
export function ownFieldIdOf(key: string): number | null {
  const id = keyPattern.exec(key)?.[1]
  return id === undefined ? null : Number(id)
}

export function isOwnFieldKey(key: string): key is OwnFieldKey {
  return keyPattern.test(key)
}

const nothing = z.strictObject({})
const which = { id: z.int(), revision: z.int() }

/** The channels of own fields, a part of the contract. */
export const ownFieldChannels = {
  /** Those no longer in use as well, in the order of the forms. */
  'ownField.list': { input: nothing, output: z.array(ownFieldSchema) },
  'ownField.save': {
    input: z.strictObject({
      id: z.int().nullable(),
      revision: z.int().nullable(),
      draft: ownFieldDraftSchema,
    }),
    output: ownFieldSchema,
  },
  /** One place up or down among the fields of the same records. */
  'ownField.move': {
    input: z.strictObject({ id: z.int(), direction: z.enum(['up', 'down']) }),
    output: nothing,
  },
  'ownField.setRetired': {
    input: z.strictObject({ ...which, isRetired: z.boolean() }),
    output: ownFieldSchema,
  },
  /** Only of a field that nobody ever had a value of. */
  'ownField.remove': { input: z.strictObject(which), output: nothing },
} as const
