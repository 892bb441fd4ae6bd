import { z } from 'zod'
import { ageOn } from './age.ts'
import { calendarDateSchema, completeDate, type CalendarDate, type PartialDate } from './calendar-date.ts'
import { paperStampSchema } from './paper-stamp.ts'
import { storableLine, storableText } from './storable-text.ts'

/** Changes with what the paper shows; stands in the audit trail. */
export const noticeTemplate = 'notice-1'

/** What a notice has to say, in its order. Source: Personal Information Protection Law arts. 17, 23, 28 to 31. */
export const noticeParts = [
  'purpose',
  'legalGround',
  'kinds',
  'sensitive',
  'minors',
  'recipients',
  'retention',
  'rights',
] as const
export type NoticePart = (typeof noticeParts)[number]

const part = storableText(1500).min(1)

/** Shape: the office's own sentences for each part. */
export const noticeTextSchema = z.strictObject({
  purpose: part,
  legalGround: part,
  kinds: part,
  sensitive: part,
  minors: part,
  recipients: part,
  retention: part,
  rights: part,
} satisfies Record<NoticePart, typeof part>)
export type NoticeText = z.infer<typeof noticeTextSchema>

/** Shape: everything a notice shows; without a person it is a blank one for a stack. */
export const noticePaperSchema = z.strictObject({
  committeeName: z.string(),
  streetOfficeName: z.string(),
  phone: z.string(),
  residentName: z.string().nullable(),
  text: noticeTextSchema,
  printedOn: z.string(),
  /** Null before the paper is printed. */
  stamp: paperStampSchema.nullable(),
})
export type NoticePaper = z.infer<typeof noticePaperSchema>

/** Who signs a notice. */
export const noticeSigners = ['self', 'guardian'] as const
export type NoticeSigner = (typeof noticeSigners)[number]

/** Shape: that somebody signed the notice. */
const noticeSignatureDraftSchema = z.strictObject({
  residentId: z.int(),
  signedOn: calendarDateSchema,
  signedBy: z.enum(noticeSigners),
  /** The guardian's name; empty for the person. */
  signer: storableLine(60),
})
export type NoticeSignatureDraft = z.infer<typeof noticeSignatureDraftSchema>

/** Shape: who signed and when, as history keeps it. */
export const signedNoticeSchema = noticeSignatureDraftSchema.omit({ residentId: true })
export type SignedNotice = z.infer<typeof signedNoticeSchema>

export const noticeSignatureSchema = signedNoticeSchema.extend({
  id: z.int(),
  recordedAt: z.string(),
  staffName: z.string(),
})
export type NoticeSignature = z.infer<typeof noticeSignatureSchema>

/** Unit: full years under which a guardian signs. Source: Personal Information Protection Law art. 31. */
const ownSignatureAge = 14

/** Whether somebody is too young to sign on a day. */
export function needsGuardian(birthWhen: PartialDate | null, on: CalendarDate): boolean {
  const birthOn = completeDate(birthWhen)
  return birthOn !== undefined && ageOn(birthOn, on) < ownSignatureAge
}

/** Which input of a signature can't be, and why; null when it can. */
export function signatureProblem(
  { signedOn, signedBy, signer }: SignedNotice,
  { todayOn, birthWhen }: { readonly todayOn: CalendarDate; readonly birthWhen: PartialDate | null },
): {
  readonly field: 'signedOn' | 'signedBy' | 'signer'
  readonly problem: 'future' | 'tooYoung' | 'missing'
} | null {
  if (signedOn > todayOn) return { field: 'signedOn', problem: 'future' }
  if (signedBy === 'self' && needsGuardian(birthWhen, signedOn))
    return { field: 'signedBy', problem: 'tooYoung' }
  if (signedBy === 'guardian' && signer.trim() === '') return { field: 'signer', problem: 'missing' }
  return null
}

const byResident = z.strictObject({ residentId: z.int() })
const signatures = z.array(noticeSignatureSchema)
const nothing = z.strictObject({})

/** The channels of notices, a part of the contract. */
export const noticeChannels = {
  'notice.text': { input: nothing, output: noticeTextSchema },
  /** Refused when the ledger no longer holds what was changed. */
  'notice.saveText': {
    input: z.strictObject({ before: noticeTextSchema, text: noticeTextSchema }),
    output: noticeTextSchema,
  },
  /** What somebody has signed, the latest first. */
  'notice.signatures': { input: byResident, output: signatures },
  'notice.sign': { input: noticeSignatureDraftSchema, output: signatures },
  /** Takes a signature back that was written down by mistake. */
  'notice.withdraw': { input: byResident.extend({ signatureId: z.int() }), output: signatures },
  /** The notice as it will lie on paper. */
  'paper.notice': {
    input: z.strictObject({ residentId: z.int().nullable() }),
    output: noticePaperSchema,
  },
} as const
