import { z } from 'zod'
import {
  dueCountsSchema,
  dueFilterSchema,
  dueReasonSchema,
  dueResultSchema,
  dueRowSchema,
  otherVisitSchema,
} from './due-visit-view.ts'
import { storableLine } from './storable-text.ts'
import {
  festivalOptionSchema,
  visitResultDraftSchema,
  visitRoundDraftSchema,
  visitRoundSchema,
  visitTaskSchema,
  visitTaskViews,
} from './visit.ts'
import { ruleEffectSchema, visitRuleDraftSchema, visitRuleSchema } from './visit-rule.ts'

const nothing = z.strictObject({})
const byId = z.strictObject({ id: z.int() })
const at = z.strictObject({ id: z.int(), revision: z.int() })
const page = { offset: z.int().min(0), limit: z.int().min(1).max(200) }

/** The channels of rules, rounds and visits, a part of the contract. */
export const visitChannels = {
  'visitRule.list': { input: nothing, output: z.array(visitRuleSchema) },
  'visitRule.effects': {
    input: nothing,
    output: z.array(z.strictObject({ id: z.int(), effect: ruleEffectSchema })),
  },
  /** What a rule would do, before it is saved. */
  'visitRule.check': { input: z.strictObject({ draft: visitRuleDraftSchema }), output: ruleEffectSchema },
  'visitRule.save': {
    input: z.strictObject({
      id: z.int().nullable(),
      revision: z.int().nullable(),
      draft: visitRuleDraftSchema,
    }),
    output: visitRuleSchema,
  },
  'visitRule.remove': { input: at, output: nothing },
  'visitRule.move': {
    input: z.strictObject({ id: z.int(), direction: z.enum(['up', 'down']) }),
    output: nothing,
  },
  /** Those ready rules that are not there. */
  'visitRule.addReady': { input: nothing, output: z.strictObject({ addedCount: z.int() }) },
  'dueVisit.list': {
    input: z.strictObject({ filter: dueFilterSchema, ...page }),
    output: z.strictObject({ totalCount: z.int(), householdCount: z.int(), rows: z.array(dueRowSchema) }),
  },
  'dueVisit.counts': { input: z.strictObject({ filter: dueFilterSchema }), output: dueCountsSchema },
  'dueVisit.ofResident': { input: byId, output: z.array(dueReasonSchema) },
  'dueVisit.record': { input: dueResultSchema, output: z.strictObject({ residentCount: z.int() }) },
  'dueVisit.letPass': {
    input: z.strictObject({ residentId: z.int(), reason: storableLine(200).min(1) }),
    output: nothing,
  },
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
  /** A visit that no round and no rule asked for. */
  'visitTask.recordOther': { input: otherVisitSchema, output: z.strictObject({ residentCount: z.int() }) },
} as const
