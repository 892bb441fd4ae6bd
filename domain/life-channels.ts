import { z } from 'zod'
import { lifeEventDraftSchema, lifeSchema } from './life-event.ts'
import { recycledSchema, timelineEntrySchema } from './record-timeline.ts'
import { residentViewSchema } from './resident-view.ts'
import { storableLine } from './storable-text.ts'

const byId = z.strictObject({ id: z.int() })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of what happens to people and to their records, a part of the contract. */
export const lifeChannels = {
  'life.get': { input: byId, output: lifeSchema },
  'life.record': { input: lifeEventDraftSchema, output: residentViewSchema },
  /** Takes the last event back, with what it changed. */
  'life.withdraw': { input: byId, output: residentViewSchema },
  /** Every change of a person's record, the newest first. */
  'resident.timeline': {
    input: z.strictObject({ id: z.int(), ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(timelineEntrySchema) }),
  },
  /** Gives one field back what it had before a change. */
  'resident.undoChange': { input: z.strictObject({ changeId: z.int() }), output: residentViewSchema },
  /** Puts a record into the recycle bin. */
  'resident.remove': {
    input: z.strictObject({ id: z.int(), revision: z.int(), reason: storableLine(200).min(1) }),
    output: z.strictObject({}),
  },
  'resident.restore': { input: byId, output: residentViewSchema },
  'resident.listRemoved': {
    input: z.strictObject(page),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(recycledSchema) }),
  },
} as const
