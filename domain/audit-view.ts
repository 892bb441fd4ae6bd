import { z } from 'zod'
import { auditActions, auditObjects } from './audit.ts'
import { calendarDateSchema } from './calendar-date.ts'

/** Shape: one entry as the page of records shows it. */
export const auditRowSchema = z.strictObject({
  seq: z.int(),
  at: z.string(),
  localOn: z.string(),
  /** Empty before anybody had signed in. */
  staffName: z.string(),
  role: z.string(),
  action: z.enum(auditActions),
  objectType: z.enum(auditObjects),
  objectId: z.int().nullable(),
  /** Whom or what the entry is about, as it is called today; null when it is gone or has no name. */
  objectName: z.string().nullable(),
  fields: z.array(z.string()),
  reason: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
export type AuditRow = z.infer<typeof auditRowSchema>

export const auditFilterSchema = z.strictObject({
  staffId: z.int().nullable(),
  action: z.enum(auditActions).nullable(),
  objectType: z.enum(auditObjects).nullable(),
  fromOn: calendarDateSchema.nullable(),
  toOn: calendarDateSchema.nullable(),
  /** Only refusals, failed sign-ins and what else went wrong. */
  isTroubleOnly: z.boolean(),
})
export type AuditFilter = z.infer<typeof auditFilterSchema>

const auditHeadSchema = z.strictObject({ seq: z.int(), hash: z.string() })

/** Shape: the head of a paper, typed in, for comparing. */
export const printedHeadSchema = z.strictObject({
  seq: z.int().min(1),
  hashStart: z.string().regex(/^[0-9a-f]{12}$/),
})

/** Shape: whether the chain holds, and whether the entry on the paper is still in it. */
export const auditCheckSchema = z.strictObject({
  head: auditHeadSchema,
  entryCount: z.int(),
  /** The first entry that does not fit; null when all do. */
  brokenSeq: z.int().nullable(),
  printed: z.enum(['same', 'different', 'missing']).nullable(),
  checkedAt: z.string(),
})
export type AuditCheck = z.infer<typeof auditCheckSchema>
