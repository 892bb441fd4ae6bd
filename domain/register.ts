import { z } from 'zod'
import { calendarDateSchema, partialDateSchema } from './calendar-date.ts'
import { educationSchema } from './codes/code-schemas.ts'
import {
  facilityKinds,
  figureSpans,
  partyLevels,
  stationedUnitKinds,
  tenures,
  type FacilityKind,
  type FigureSpan,
  type PartyLevel,
  type StationedUnitKind,
  type Tenure,
} from './codes/office-codes.ts'
import { storableLine } from './storable-text.ts'

// Object.keys forgets the key type; the tables are closed.
const facilityKind = z.enum(Object.keys(facilityKinds) as FacilityKind[])
const stationedUnitKind = z.enum(Object.keys(stationedUnitKinds) as StationedUnitKind[])
const partyLevel = z.enum(Object.keys(partyLevels) as PartyLevel[])
const figureSpan = z.enum(Object.keys(figureSpans) as FigureSpan[])
/** Source: own codes, no national standard. */
export const tenureSchema = z.enum(Object.keys(tenures) as Tenure[])

const line = (longest: number) => storableLine(longest)
const given = (longest: number) => storableLine(longest).min(1)
const count = z.int().min(0).max(99_999_999)
const period = { fromOn: calendarDateSchema.nullable(), toOn: calendarDateSchema.nullable() }
const note = line(200)

/** Shape: a number as it is written, which nobody but a reader adds up. */
const decimalSchema = storableLine(20).regex(/^-?\d{1,12}(\.\d{1,4})?$/)

/** Shape: one line of each register of the office. Source: DOMAIN 1.2 rows 37 to 41, 6.2, 12. */
export const registerDrafts = {
  officeWorker: z.strictObject({
    name: given(40),
    post: line(40),
    education: educationSchema.nullable(),
    ...period,
    note,
  }),
  residentGroup: z.strictObject({ name: given(40), note }),
  grid: z.strictObject({ code: given(60), officeWorkerId: z.int().nullable(), note }),
  buildingHead: z.strictObject({ buildingId: z.int(), unit: line(30), residentId: z.int(), ...period, note }),
  residentRepresentative: z.strictObject({
    residentId: z.int(),
    residentGroupId: z.int().nullable(),
    ...period,
    note,
  }),
  /** Unit of the area: tenths of a square metre. */
  facility: z.strictObject({
    name: given(60),
    kind: facilityKind,
    areaTenthsM2: count.nullable(),
    openedWhen: partialDateSchema.nullable(),
    tenure: tenureSchema,
    note,
  }),
  stationedUnit: z.strictObject({
    name: given(80),
    kind: stationedUnitKind,
    contact: line(40),
    phone: line(40),
    note,
  }),
  partyOrganisation: z.strictObject({
    level: partyLevel,
    name: given(80),
    secretary: line(40),
    memberCount: count.nullable(),
    note,
  }),
  yearlyFigure: z.strictObject({
    indicator: given(60),
    value: decimalSchema,
    unit: line(20),
    span: figureSpan,
    asOfOn: calendarDateSchema,
    note,
  }),
} as const

export type RegisterName = keyof typeof registerDrafts
export type RegisterDraft<R extends RegisterName = RegisterName> = z.infer<(typeof registerDrafts)[R]>

/** In the order of the office's page. Object.keys forgets the key type; the table is closed. */
export const registerNames = Object.keys(registerDrafts) as RegisterName[]
/** Shape: the registers by name. */
export const registerNameSchema = z.enum(registerNames)

/** What a line of a register may refer to. */
export const registerReferences = ['resident', 'residentGroup', 'officeWorker', 'building', 'grid'] as const
export type RegisterReference = (typeof registerReferences)[number]

/** Shape: a stored line: what it holds, and what it refers to is called, by the name of the field. */
export const registerRowSchema = z.strictObject({
  id: z.int(),
  revision: z.int(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  names: z.record(z.string(), z.string()),
})
export type RegisterRow = z.infer<typeof registerRowSchema>
