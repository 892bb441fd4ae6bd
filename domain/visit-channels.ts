import { z } from 'zod'
import { storableLine } from './storable-text.ts'
import {
  festivalOptionSchema,
  visitResultDraftSchema,
  visitRoundDraftSchema,
  visitRoundSchema,
  visitTaskSchema,
  visitTaskViews,
} from './visit.ts'
import { visitRuleSchema } from './visit-rule.ts'

const nothing = z.strictObject({})
const byId = z.strictObject({ id: z.int() })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of rules, rounds and visits, a part of the contract. */
export const visitChannels = {
  'visitRule.list': { input: nothing, output: z.array(visitRuleSchema) },
  'visitRound.festivals': { input: nothing, output: z.array(festivalOptionSchema) },
  'visitRound.list': { input: nothing, output: z.array(visitRoundSchema) },
  'visitRound.get': { input: byId, output: visitRoundSchema },
  'visitRound.create': { input: visitRoundDraftSchema, output: visitRoundSchema },
  /** How many people the chosen rules would bring, before the round is opened. */
  'visitRound.countTargets': {
    input: visitRoundDraftSchema.pick({ cutoffOn: true, ruleIds: true }),
    output: z.strictObject({ residentCount: z.int(), householdCount: z.int() }),
  },
  'visitTask.list': {
    input: z.strictObject({ visitRoundId: z.int(), view: z.enum(visitTaskViews), ...page }),
    output: z.strictObject({ totalCount: z.int(), rows: z.array(visitTaskSchema) }),
  },
  'visitTask.get': { input: byId, output: visitTaskSchema },
  'visitTask.add': {
    input: z.strictObject({
      visitRoundId: z.int(),
      residentId: z.int(),
      reason: storableLine(200).min(1),
    }),
    output: visitTaskSchema,
  },
  'visitTask.remove': {
    input: z.strictObject({
      visitTaskId: z.int(),
      revision: z.int(),
      reason: storableLine(200).min(1),
    }),
    output: visitTaskSchema,
  },
  'visitTask.restore': {
    input: z.strictObject({ visitTaskId: z.int(), revision: z.int() }),
    output: visitTaskSchema,
  },
  'visitTask.record': { input: visitResultDraftSchema, output: visitTaskSchema },
} as const
