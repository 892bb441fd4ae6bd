import { z } from 'zod'
import { paperStampSchema } from './paper-stamp.ts'
import { storableLine } from './storable-text.ts'

/** Changes with what the paper shows; stands in the audit trail. */
export const personDataTemplate = 'personData-1'

/** Who may ask what is held on somebody. Source: Personal Information Protection Law arts. 31, 45, 49. */
export const personAskers = ['self', 'guardian', 'relative'] as const
export type PersonAsker = (typeof personAskers)[number]

/** Shape: somebody asks what is held on a person; who it was is said for everybody but the person. */
export const personRequestSchema = z.strictObject({
  residentId: z.int(),
  asker: z.enum(personAskers),
  note: storableLine(100),
  /** Whether the sealed circle's matters are asked for as well; of no consequence to anybody outside it. */
  isSealedAsked: z.boolean(),
})
export type PersonRequest = z.infer<typeof personRequestSchema>

/** Whether a request says who asked. */
export function saysWhoAsked({ asker, note }: Pick<PersonRequest, 'asker' | 'note'>): boolean {
  return asker === 'self' || note.trim() !== ''
}

/** The parts of the paper in their order. */
export const personSections = [
  'basis',
  'record',
  'phones',
  'documents',
  'careTags',
  'benefits',
  'household',
  'duties',
  'notices',
  'lifeEvents',
  'visits',
  'claims',
  'calls',
  'diary',
  'careEvents',
  'helpCases',
  'changes',
  'disclosures',
  'drafts',
  'sealedMatters',
] as const
export type PersonSection = (typeof personSections)[number]

/** Shape: all that is held on one person, as its paper says it. */
export const personDataSchema = z.strictObject({
  committeeName: z.string(),
  residentName: z.string(),
  idNumber: z.string(),
  asker: z.enum(personAskers),
  note: z.string(),
  printedOn: z.string(),
  /** Cells from left to right; what was not asked for is no section. */
  sections: z.array(z.strictObject({ section: z.enum(personSections), rows: z.array(z.array(z.string())) })),
  /** Null before the paper is printed. */
  stamp: paperStampSchema.nullable(),
})
export type PersonData = z.infer<typeof personDataSchema>
