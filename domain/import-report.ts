import { z } from 'zod'
import {
  importColumnSchema,
  importCountsSchema,
  importFieldSchema,
  importIssueSchema,
  importVerdicts,
  importVerdictSchema,
} from './roster-import.ts'

/** What an update does to one field, as texts a clerk reads; numbers are masked. */
const importChangeSchema = z.strictObject({
  field: importFieldSchema,
  before: z.string(),
  /** Empty where the ledger's value is taken away. */
  after: z.string(),
})
export type ImportChange = z.infer<typeof importChangeSchema>

/** Why somebody of the ledger may be the person of a row, the strongest sign first. */
export const importLikenesses = [
  'sameNumber',
  'idOneDigit',
  'idTransposed',
  'idDigitMissing',
  'idPrecision',
  'sameBirth',
  'sameDoor',
  'sameName',
] as const
export type ImportLikeness = (typeof importLikenesses)[number]

export const importCandidateSchema = z.strictObject({
  residentId: z.int(),
  likeness: z.enum(importLikenesses),
  name: z.string(),
  birth: z.string(),
  address: z.string(),
  idNumberMasked: z.string(),
  phonesMasked: z.string(),
})
export type ImportCandidate = z.infer<typeof importCandidateSchema>

/** A word of the file that its code table does not know, and what the clerk says it means. */
export const importValueSchema = z.strictObject({
  field: importFieldSchema,
  text: z.string().min(1).max(200),
  /** Null where it means nothing that the ledger keeps. */
  code: z.string().max(40).nullable(),
})
export type ImportValue = z.infer<typeof importValueSchema>

const importDecisionSchema = z.strictObject({
  rowNumber: z.int(),
  /** Whom of the ledger the row is about; null for another person. */
  residentId: z.int().nullable(),
})

/** What 45 means as a year: never guessed unless the clerk says how. */
export const twoDigitYearReadings = ['refused', 'nineteenHundreds', 'latest'] as const
export type TwoDigitYears = (typeof twoDigitYearReadings)[number]

/** Everything a clerk decides about a sheet besides its columns. */
export const importChoicesSchema = z.strictObject({
  values: z.array(importValueSchema).max(500),
  decisions: z.array(importDecisionSchema).max(5000),
  twoDigitYears: z.enum(twoDigitYearReadings),
  /** Whether an empty cell takes away what the ledger has. */
  isEmptying: z.boolean(),
  /** Whether a sheet that is named after a building says in which one its people live. */
  isBuildingFromSheet: z.boolean(),
})
export type ImportChoices = z.infer<typeof importChoicesSchema>

const valueFoundSchema = importValueSchema.extend({
  text: z.string(),
  rowCount: z.int(),
  /** False until the clerk has said what the word means. */
  isDecided: z.boolean(),
})
export type ImportValueFound = z.infer<typeof valueFoundSchema>

/** What a sheet leaves to the clerk. */
const importQuestionsSchema = z.strictObject({
  values: z.array(valueFoundSchema),
  /** Rows that may be about somebody of the ledger, and have not been decided. */
  alikeCount: z.int(),
  twoDigitYearCount: z.int(),
  /** How many cells a copy for the sender would show as faulty. */
  faultCount: z.int(),
  /** How many values of the ledger empty cells take away. */
  emptiedCount: z.int(),
  /** The buildings and units that sheets are named after, where no column says in which one people live. */
  sheetDoors: z.array(z.strictObject({ building: z.string(), unit: z.string() })),
})

/** The rows that can be looked at together. */
const importViews = [...importVerdicts, 'alike', 'emptied'] as const
export const importViewSchema = z.enum(importViews)
export type ImportView = z.infer<typeof importViewSchema>

export const importRowSchema = z.strictObject({
  /** Shape: one-based, counted on over the sheets that are read. */
  rowNumber: z.int(),
  sheetName: z.string(),
  /** Shape: one-based row number as the spreadsheet program shows it. */
  sheetRowNumber: z.int(),
  verdict: importVerdictSchema,
  name: z.string(),
  idNumberMasked: z.string(),
  address: z.string(),
  issues: z.array(importIssueSchema),
  changes: z.array(importChangeSchema),
  /** How many people of the ledger the row may be about. */
  candidateCount: z.int(),
  /** The strongest sign that it is one of them. */
  likeness: z.enum(importLikenesses).nullable(),
  decision: z.enum(['same', 'other']).nullable(),
})
export type ImportRow = z.infer<typeof importRowSchema>

export const importPreviewSchema = z.strictObject({
  handle: z.string(),
  sheetIndexes: z.array(z.int()),
  /** Shape: one-based number of the last header row of the first sheet. */
  headerRowNumber: z.int(),
  columns: z.array(importColumnSchema),
  counts: importCountsSchema,
  questions: importQuestionsSchema,
  /** How many of the rows the spreadsheet program does not show, by a filter for example; they are taken as well. */
  hiddenRowCount: z.int(),
  /** When a sheet with the same headers was imported, where its matching is taken over. */
  rememberedAt: z.string().nullable(),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>
