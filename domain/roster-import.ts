import { z } from 'zod'
import { ownFieldKeySchema } from './own-field.ts'

/** The fields of every record that a column of a roster can be matched to. */
export const importFields = [
  'name',
  'sex',
  'idNumber',
  'birth',
  'lunarBirth',
  'ethnicGroup',
  'phone',
  'address',
  'building',
  'unit',
  'room',
  'registeredAddress',
  'residenceStatus',
  'livingArrangement',
  'relationToHead',
  'headName',
  'careTags',
  'formerName',
  'education',
  'politicalStatus',
  'maritalStatus',
  'marriedWhen',
  'occupation',
  'workplace',
  'retirementUnit',
  'health',
  'disabilityCard',
  'disabilityCategory',
  'disabilityGrade',
  'benefits',
  'emergencyName',
  'emergencyPhone',
  'note',
] as const
export type BuiltInImportField = (typeof importFields)[number]

/** What a column can be taken for: a field of every record, or an own one. */
export const importFieldSchema = z.union([z.enum(importFields), ownFieldKeySchema])
export type ImportField = z.infer<typeof importFieldSchema>

export const importColumnSchema = z.strictObject({
  /** Shape: zero-based position in the sheet. */
  index: z.int(),
  header: z.string(),
  field: importFieldSchema.nullable(),
  /** Up to three non-empty example cells. */
  examples: z.array(z.string()),
})
export type ImportColumn = z.infer<typeof importColumnSchema>

export const importVerdicts = ['add', 'update', 'unchanged', 'refuse'] as const
export const importVerdictSchema = z.enum(importVerdicts)
export type ImportVerdict = z.infer<typeof importVerdictSchema>

/** Why a row is refused, or what the clerk should look at although it goes in. */
export const importIssueCodes = [
  'nameMissing',
  'nameUnusable',
  'nameRemark',
  'idFormat',
  'idChecksum',
  'idImpossibleDate',
  'idPrecisionLost',
  'idFifteenDigits',
  'idTwiceInFile',
  'birthUnreadable',
  'birthTwoDigitYear',
  'birthIsLunar',
  'birthDiffersFromId',
  'sexUnreadable',
  'sexDiffersFromId',
  'sexUnknown',
  'ethnicGroupUnknown',
  'relationUnknown',
  'residenceStatusUnknown',
  'livingArrangementUnknown',
  'careTagUnknown',
  'careTagRemarkUnread',
  'careTagOfOthers',
  'lunarBirthUnreadable',
  'valueUnknown',
  'dateUnreadable',
  'disabilityCardUnreadable',
  'disabilityCardOfOther',
  'disabilityIncomplete',
  'fieldOfOthers',
  'fieldSealed',
  'addressIsDate',
  'addressIsExponent',
  'addressNotSplit',
  'phoneUnreadable',
  'emergencyNumberMissing',
  'privateUseCharacter',
  'sameNameExists',
  'sameInFile',
  'personTaken',
  'cellTooLong',
  'numberUnreadable',
  'ownTextTooLong',
] as const
export const importIssueSchema = z.strictObject({
  code: z.enum(importIssueCodes),
  field: importFieldSchema,
  /** True when this issue alone keeps the row out. */
  isRefusal: z.boolean(),
  /** The word of the file that was not understood. */
  value: z.string().optional(),
  /** What probably stood there, where the damaged value itself tells. */
  likely: z.string().optional(),
})
export type ImportIssue = z.infer<typeof importIssueSchema>

export const importCountsSchema = z.strictObject({
  add: z.int(),
  update: z.int(),
  unchanged: z.int(),
  refuse: z.int(),
})
export type ImportCounts = z.infer<typeof importCountsSchema>

export const importMappingSchema = z
  .array(z.strictObject({ index: z.int(), field: importFieldSchema.nullable() }))
  .max(200)
export type ImportMapping = z.infer<typeof importMappingSchema>

export const importRunSchema = z.strictObject({
  id: z.int(),
  importedAt: z.string(),
  fileName: z.string(),
  addedCount: z.int(),
  updatedCount: z.int(),
  undoneAt: z.string().nullable(),
})
export type ImportRun = z.infer<typeof importRunSchema>

export const importFileSchema = z.strictObject({
  handle: z.string(),
  fileName: z.string(),
  /** The import of this very file that still stands; null where there is none. */
  importedBefore: importRunSchema.nullable(),
  sheets: z.array(
    z.strictObject({
      name: z.string(),
      rowCount: z.int(),
      /** Shape: the same number for sheets with the same headings; null for a sheet that is not recognised as a roster. */
      layout: z.int().nullable(),
    }),
  ),
})
export type ImportFile = z.infer<typeof importFileSchema>

/** What an undo did: people changed since the import, or already in a visit round, are kept and counted. */
export const importUndoSchema = z.strictObject({
  removedCount: z.int(),
  restoredCount: z.int(),
  keptCount: z.int(),
})
export type ImportUndo = z.infer<typeof importUndoSchema>
