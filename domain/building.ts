import { z } from 'zod'
import { calendarDateSchema } from './calendar-date.ts'
import { buildingSchema } from './resident.ts'
import { storableLine } from './storable-text.ts'

const buildingName = storableLine(60).min(1)
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** Shape: one line of the list of buildings; households and people are those registered there now. */
export const buildingRowSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  aliases: z.array(z.string()),
  unitCount: z.int(),
  dwellingCount: z.int(),
  householdCount: z.int(),
  residentCount: z.int(),
  groupNames: z.array(z.string()),
  gridCodes: z.array(z.string()),
  /** Those in office today. */
  headNames: z.array(z.string()),
  demolishedOn: calendarDateSchema.nullable(),
})
export type BuildingRow = z.infer<typeof buildingRowSchema>

const unitSchema = z.strictObject({
  /** Empty for the whole building. */
  unit: z.string(),
  dwellingCount: z.int(),
  householdCount: z.int(),
  residentCount: z.int(),
  residentGroupId: z.int().nullable(),
  gridId: z.int().nullable(),
})

/** Shape: one building; the first of its units stands for the whole of it. */
export const buildingViewSchema = z.strictObject({
  id: z.int(),
  name: z.string(),
  aliases: z.array(z.string()),
  demolishedOn: calendarDateSchema.nullable(),
  revision: z.int(),
  units: z.array(unitSchema),
})
export type BuildingView = z.infer<typeof buildingViewSchema>

/** Shape: one door and who is behind it; of each household its head, or the member listed first. */
const dwellingRowSchema = z.strictObject({
  id: z.int(),
  unit: z.string(),
  room: z.string(),
  householdCount: z.int(),
  residentCount: z.int(),
  people: z.array(z.strictObject({ residentId: z.int(), name: z.string() })),
})
export type DwellingRow = z.infer<typeof dwellingRowSchema>

const ofBuilding = { id: z.int(), revision: z.int() }

/** The channels of buildings, a part of the contract. Every change is refused when somebody else changed the building. */
export const buildingChannels = {
  /** To choose from: every building that stands or has people. */
  'building.list': { input: z.strictObject({}), output: z.array(buildingSchema) },
  'building.page': {
    input: z.strictObject(page),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(buildingRowSchema) }),
  },
  'building.get': { input: z.strictObject({ id: z.int() }), output: buildingViewSchema },
  'building.dwellings': {
    input: z.strictObject({ id: z.int(), ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(dwellingRowSchema) }),
  },
  'building.add': { input: z.strictObject({ name: buildingName }), output: buildingViewSchema },
  /** The name before stays as an alias. */
  'building.rename': {
    input: z.strictObject({ ...ofBuilding, name: buildingName }),
    output: buildingViewSchema,
  },
  'building.setAliases': {
    input: z.strictObject({ ...ofBuilding, aliases: z.array(buildingName).max(40) }),
    output: buildingViewSchema,
  },
  /** Null for a building that stands after all. */
  'building.setDemolished': {
    input: z.strictObject({ ...ofBuilding, demolishedOn: calendarDateSchema.nullable() }),
    output: buildingViewSchema,
  },
  /** Which resident group and grid a unit, or without one the whole building, belongs to. */
  'building.setArea': {
    input: z.strictObject({
      ...ofBuilding,
      unit: storableLine(30),
      residentGroupId: z.int().nullable(),
      gridId: z.int().nullable(),
    }),
    output: buildingViewSchema,
  },
  /** The same building under two names becomes one: the first goes into the second. */
  'building.merge': {
    input: z.strictObject({ ...ofBuilding, intoId: z.int(), intoRevision: z.int() }),
    output: buildingViewSchema,
  },
} as const
