import { z } from 'zod'
import {
  careEventDraftSchema,
  careEventFilterSchema,
  careEventSchema,
  savedCareEventSchema,
  sealedEventsRequestSchema,
} from './care-event.ts'
import { storableLine } from './storable-text.ts'

const byId = z.strictObject({ id: z.int() })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of family events and hospital stays, a part of the contract. */
export const careEventChannels = {
  /** Those that everybody who visits may know of, the latest report first. */
  'careEvent.list': {
    input: z.strictObject({ filter: careEventFilterSchema, ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(careEventSchema) }),
  },
  /** The same of one person, with those of the whole household. */
  'careEvent.ofResident': {
    input: z.strictObject({ residentId: z.int() }),
    output: z.array(careEventSchema),
  },
  'careEvent.get': { input: byId, output: careEventSchema },
  /** The sealed ones that are theirs who asks, once the reason stands in the audit trail. */
  'careEvent.listSealed': { input: sealedEventsRequestSchema, output: z.array(careEventSchema) },
  'careEvent.save': {
    input: z.strictObject({
      id: z.int().nullable(),
      revision: z.int().nullable(),
      draft: careEventDraftSchema,
      /** Set once the clerk said that a dead person's stay is meant. */
      isDeathKnown: z.literal(true).optional(),
    }),
    output: savedCareEventSchema,
  },
  /** Takes back what was written down by mistake; visits that were made stay. */
  'careEvent.remove': {
    input: z.strictObject({ id: z.int(), revision: z.int(), reason: storableLine(200).min(1) }),
    output: z.strictObject({}),
  },
} as const
