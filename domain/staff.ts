import { z } from 'zod'

/** What a member of staff may do, from most to least. */
export const staffRoles = ['director', 'worker', 'viewer'] as const
export type StaffRole = (typeof staffRoles)[number]

/** Fields of work that a worker answers for. Source: the usual posts of a community office, no standard. */
export const workFields = ['civilAffairs', 'disability', 'familyPlanning', 'publicSecurity'] as const
export type WorkField = (typeof workFields)[number]

const staffName = z.string().trim().min(1).max(40)

/** Shape: what set-up and the director enter about a member of staff. */
export const staffDraftSchema = z.strictObject({
  name: staffName,
  role: z.enum(staffRoles),
  workFields: z.array(z.enum(workFields)).max(workFields.length),
  /** May see the named sensitive matters; nobody else does, not even directors. */
  isInSealedCircle: z.boolean(),
})
export type StaffDraft = z.infer<typeof staffDraftSchema>

/** Shape: an account as the ledger keeps it; a closed one stays for the history. */
export const staffSchema = staffDraftSchema.extend({
  id: z.int(),
  isClosed: z.boolean(),
  hasPin: z.boolean(),
  createdAt: z.string(),
  closedAt: z.string().nullable(),
  revision: z.int(),
})
export type Staff = z.infer<typeof staffSchema>

/** Who is at the keyboard, as every operation and every audit entry knows them. */
export const actorSchema = staffDraftSchema.extend({ staffId: z.int() })
export type Actor = z.infer<typeof actorSchema>

/** Shape: what the sign-in page shows before anything is unlocked. */
export const staffNameSchema = z.strictObject({ staffId: z.int(), name: staffName })
export type StaffName = z.infer<typeof staffNameSchema>
