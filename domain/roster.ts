import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { careTagSchema } from './codes/code-schemas.ts'
import { paperSizes } from './paper-size.ts'
import { paperNumbers, paperStampSchema } from './paper-stamp.ts'
import { residentFilterSchema } from './resident.ts'
import { rosterColumnSchema, rosterFieldSchema } from './roster-column.ts'
import { storableLine } from './storable-text.ts'

/** Who stands on a roster. */
const rosterPeopleSchema = z.strictObject({
  filter: residentFilterSchema,
  /** Unit: full years reached on the roster's date; people without a whole birth date are then left out. */
  minAge: z.int().min(1).max(120).nullable(),
  /** Who has one of these on the roster's date; empty for everybody. */
  careTags: z.array(careTagSchema).max(40),
})
export type RosterPeople = z.infer<typeof rosterPeopleSchema>

export const rosterOrientations = ['portrait', 'landscape'] as const
export type RosterOrientation = (typeof rosterOrientations)[number]
export const rosterGroupings = ['none', 'building', 'unit', 'residentGroup', 'grid'] as const
export type RosterGrouping = (typeof rosterGroupings)[number]

/** Unit: points; usual sizes of Chinese type, of which ten and a half is the one of most forms. */
export const rosterFontSizes = [7.5, 9, 10.5, 12, 14] as const
export type RosterFontSize = (typeof rosterFontSizes)[number]

/** Room of a row: for reading, for a note by hand, for a signature. Source: DOMAIN 8.2. */
export const rosterRowHeights = ['normal', 'writing', 'signing'] as const
export type RosterRowHeight = (typeof rosterRowHeights)[number]

const fontSizeSchema = z.union([z.literal(7.5), z.literal(9), z.literal(10.5), z.literal(12), z.literal(14)])

/** Shape: everything that makes one kind of roster, but for its people's data. Texts may hold placeholders. */
export const rosterSchema = z.strictObject({
  title: storableLine(60).min(1),
  /** The line below the title. */
  subtitle: storableLine(120),
  /** The places to sign at the foot of every page. */
  signatures: z.array(storableLine(24).min(1)).max(5),
  people: rosterPeopleSchema,
  /** The day ages and tags are reckoned for; null for the day of printing. */
  referenceOn: calendarDateSchema.nullable(),
  columns: z.array(rosterColumnSchema).min(1).max(40),
  paper: z.enum(paperSizes),
  orientation: z.enum(rosterOrientations),
  fontSizePt: fontSizeSchema,
  rowHeight: z.enum(rosterRowHeights),
  grouping: z.enum(rosterGroupings),
  /** Whether each group begins a page of its own. */
  hasPageBreaks: z.boolean(),
  /** Whether each group, and the whole, end with their number of people. */
  hasSubtotals: z.boolean(),
  /** What the kind is usually printed with; whole numbers are asked a reason for each time. */
  numbers: z.enum(paperNumbers),
})
export type Roster = z.infer<typeof rosterSchema>

/** Shape: a kind of roster as the office named and kept it. */
export const rosterKindSchema = z.strictObject({
  id: z.int(),
  name: storableLine(40).min(1),
  roster: rosterSchema,
  revision: z.int(),
})
export type RosterKind = z.infer<typeof rosterKindSchema>

/** Shape: what decides the rows of a roster, whatever the paper looks like. */
export const rosterQuestionSchema = z.strictObject({
  people: rosterPeopleSchema,
  referenceOn: calendarDateSchema.nullable(),
  fields: z.array(rosterFieldSchema).min(1).max(40),
  grouping: z.enum(rosterGroupings),
})
export type RosterQuestion = z.infer<typeof rosterQuestionSchema>

/** What of a roster decides its rows. */
export function rosterQuestion({ people, referenceOn, columns, grouping }: Roster): RosterQuestion {
  return { people, referenceOn, fields: columns.map(({ field }) => field), grouping }
}

const rosterRowSchema = z.strictObject({
  /** The heading it stands under; empty where nothing is known, or without groups. */
  group: z.string(),
  /** A text for each of the roster's columns. */
  cells: z.array(z.string()),
})
export type RosterRow = z.infer<typeof rosterRowSchema>

/** Shape: the people of a roster and what its title and foot say. */
export const rosterListSchema = z.strictObject({
  committeeName: z.string(),
  printedOn: z.string(),
  /** The day ages and tags are reckoned for. */
  referenceOn: z.string(),
  /** What each of the columns is called unless the roster has a heading of its own for it. */
  columnNames: z.array(z.string()),
  rows: z.array(rosterRowSchema),
  /** Null before the paper is printed. */
  stamp: paperStampSchema.nullable(),
})
export type RosterList = z.infer<typeof rosterListSchema>

/** Shape: what a hidden window draws. */
export const printedRosterSchema = z.strictObject({ roster: rosterSchema, list: rosterListSchema })
export type PrintedRoster = z.infer<typeof printedRosterSchema>

/** Changes with what rosters show; stands in the audit trail. */
export const rosterTemplate = 'roster-1'
