import { z } from 'zod'
import { relationToHeadSchema } from './codes/code-schemas.ts'
import { ownValuesSchema } from './own-value.ts'
import { dwellingDraftSchema, householdSchema, residentDraftSchema } from './resident.ts'

const mostMembers = 60

/** Shape: a household as it was seen; a change is refused when its people are others or were changed since. */
const seenHousehold = {
  householdId: z.int(),
  seen: z.array(z.strictObject({ id: z.int(), revision: z.int() })).max(mostMembers),
}
export interface SeenHousehold {
  readonly householdId: number
  readonly seen: readonly { readonly id: number; readonly revision: number }[]
}

/** Shape: everybody of one household and what each is to its head; exactly one is the head. */
const rolesSchema = z
  .array(z.strictObject({ residentId: z.int(), relationToHead: relationToHeadSchema.nullable() }))
  .min(1)
  .max(mostMembers)
export type HouseholdRoles = z.infer<typeof rolesSchema>

/** Shape: somebody of a family that is written down in one form. */
const familyMemberSchema = residentDraftSchema
  .pick({
    name: true,
    sex: true,
    idDocumentType: true,
    idNumber: true,
    birthWhen: true,
    relationToHead: true,
    phones: true,
  })
  .strict()

/** Shape: a family at one door, with what all of them share. */
export const familyDraftSchema = z.strictObject({
  dwelling: dwellingDraftSchema,
  registeredAddress: residentDraftSchema.shape.registeredAddress,
  residenceStatus: residentDraftSchema.shape.residenceStatus,
  members: z.array(familyMemberSchema).min(1).max(20),
})
export type FamilyDraft = z.infer<typeof familyDraftSchema>

/** The channels of households, a part of the contract. */
export const householdChannels = {
  'household.get': { input: z.strictObject({ id: z.int() }), output: householdSchema },
  'household.changeHead': {
    input: z.strictObject({ ...seenHousehold, roles: rolesSchema }),
    output: householdSchema,
  },
  /** Some leave for a household of their own, behind the same door (null) or another one. */
  'household.split': {
    input: z.strictObject({
      ...seenHousehold,
      staying: rolesSchema,
      going: rolesSchema,
      dwelling: dwellingDraftSchema.nullable(),
    }),
    output: householdSchema,
  },
  /** Another household behind the same door joins this one. */
  'household.merge': {
    input: z.strictObject({ ...seenHousehold, other: z.strictObject(seenHousehold), roles: rolesSchema }),
    output: householdSchema,
  },
  'household.move': {
    input: z.strictObject({ ...seenHousehold, dwelling: dwellingDraftSchema }),
    output: householdSchema,
  },
  /** Refused when the ledger no longer holds what was on the screen. */
  'household.saveOwnValues': {
    input: z.strictObject({ householdId: z.int(), before: ownValuesSchema, ownValues: ownValuesSchema }),
    output: householdSchema,
  },
  'household.addFamily': { input: familyDraftSchema, output: householdSchema },
} as const
