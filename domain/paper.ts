import { z } from 'zod'
import type { PaperSize } from './paper-size.ts'
import { paperNumbers, paperStampSchema } from './paper-stamp.ts'
import { personRequestSchema } from './person-data.ts'
import { populationRequestSchema } from './population-paper.ts'
import { revealReasonSchema } from './reveal.ts'
import { rosterSchema } from './roster.ts'

/** Changes with what the visit list shows; stands in the audit trail. */
export const visitListTemplate = 'visitList-2'

/** Shape: a roster with who is on it and why; also what a workbook is made of. */
const rosterPaperSchema = z.strictObject({
  kind: z.literal('roster'),
  roster: rosterSchema,
  numbers: z.enum(paperNumbers),
  /** Asked for where numbers stand whole. */
  reason: revealReasonSchema.nullable(),
})

/** Shape: the standard counts, which name nobody; also what a workbook is made of. */
const populationPaperRequestSchema = populationRequestSchema.extend({ kind: z.literal('populationSheet') })

/** The papers whose rows can be had as a workbook as well. */
export const workbookPaperSchema = z.discriminatedUnion('kind', [
  rosterPaperSchema,
  populationPaperRequestSchema,
])
export type WorkbookPaper = z.infer<typeof workbookPaperSchema>

/** The papers that can be printed; a paper is asked for by kind and filter, never by content. */
export const paperSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('visitList'),
    visitRoundId: z.int(),
    numbers: z.enum(paperNumbers),
    /** Asked for where numbers stand whole. */
    reason: revealReasonSchema.nullable(),
  }),
  rosterPaperSchema,
  /** All that is held on one person, for that person. */
  personRequestSchema.extend({ kind: z.literal('personData') }),
  /** What the law wants people told; without a person a blank one. */
  z.strictObject({ kind: z.literal('notice'), residentId: z.int().nullable() }),
  populationPaperRequestSchema,
  /** Can be had only until it was typed back. */
  z.strictObject({ kind: z.literal('recoveryCode') }),
])
export type Paper = z.infer<typeof paperSchema>

/** Which kinds tell of people, and so are nothing without them. */
const kindsWithPeople = {
  visitList: true,
  roster: true,
  personData: true,
  notice: false,
  populationSheet: false,
  recoveryCode: false,
} as const satisfies Record<Paper['kind'], boolean>

type KindWithPeople = {
  [K in Paper['kind']]: (typeof kindsWithPeople)[K] extends true ? K : never
}[Paper['kind']]

/** A paper that tells of people. */
export type PeoplePaper = Extract<Paper, { kind: KindWithPeople }>

export function tellsOfPeople(paper: Paper): paper is PeoplePaper {
  return kindsWithPeople[paper.kind]
}

const visitListRowSchema = z.strictObject({
  order: z.int(),
  building: z.string(),
  name: z.string(),
  sex: z.string(),
  age: z.int().nullable(),
  address: z.string(),
  phone: z.string(),
  idNumber: z.string(),
  reasons: z.array(z.string()),
})
export type VisitListRow = z.infer<typeof visitListRowSchema>

/** Shape: everything the visit list's sheets draw, in walking order. */
export const visitListSchema = z.strictObject({
  committeeName: z.string(),
  roundName: z.string(),
  cutoffOn: z.string(),
  printedOn: z.string(),
  rows: z.array(visitListRowSchema),
  /** Null before the paper is printed. */
  stamp: paperStampSchema.nullable(),
})
export type VisitList = z.infer<typeof visitListSchema>

/** Shape: what the two slips with the recovery code show. */
export const recoveryCodePaperSchema = z.strictObject({
  committeeName: z.string(),
  code: z.string(),
  printedOn: z.string(),
})
export type RecoveryCodePaper = z.infer<typeof recoveryCodePaperSchema>

export const printerSchema = z.strictObject({
  name: z.string(),
  displayName: z.string(),
})

/** What a paper is printed on. */
export function paperSizeOf(paper: Paper): PaperSize {
  return paper.kind === 'roster' ? paper.roster.paper : 'A4'
}

/** One side, or both sides turned over the long or the short edge. */
export const duplexModes = ['simplex', 'longEdge', 'shortEdge'] as const
export type DuplexMode = (typeof duplexModes)[number]

/** Shape: a part of a paper, by the numbers that stand on its pages. */
const pageRangeSchema = z
  .strictObject({ fromPage: z.int().min(1).max(9999), toPage: z.int().min(1).max(9999) })
  .refine(({ fromPage, toPage }) => fromPage <= toPage, { path: ['toPage'] })
export type PageRange = z.infer<typeof pageRangeSchema>

/** Shape: how a paper is printed; without a range it is the whole. */
export const printOptionsSchema = z.strictObject({
  copyCount: z.int().min(1).max(99),
  duplex: z.enum(duplexModes),
  pages: pageRangeSchema.nullable(),
})
export type PrintOptions = z.infer<typeof printOptionsSchema>

/** One copy of everything on one side. */
export const plainPrint: PrintOptions = { copyCount: 1, duplex: 'simplex', pages: null }
