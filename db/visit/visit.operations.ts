import type { LedgerOperations } from '../ledger-operations.ts'
import { getVisitRound, listFestivals, listVisitRounds } from './visit-round.queries.ts'
import { countVisitTargets, createVisitRound } from './visit-round.service.ts'
import { countDueVisits, dueOfResident, listDueVisits } from './due-list.queries.ts'
import { letDueVisitPass, recordDueVisits, recordOtherVisit } from './due-visit.service.ts'
import { checkVisitRule, listRuleEffects } from './rule-effect.queries.ts'
import { listVisitRules } from './visit-rule.queries.ts'
import { addReadyRules, moveVisitRule, removeVisitRule, saveVisitRule } from './visit-rule.service.ts'
import { getVisitTask, listResidentVisits, listVisitTasks } from './visit-task.queries.ts'
import { addVisitTask, recordVisitResult, removeVisitTask, restoreVisitTask } from './visit-task.service.ts'

/** What the ledger answers about rules, rounds and visits. */
export const visitOperations = {
  'visitRule.list': (ledger) => listVisitRules(ledger),
  'visitRule.effects': listRuleEffects,
  'visitRule.check': checkVisitRule,
  'visitRule.save': saveVisitRule,
  'visitRule.remove': removeVisitRule,
  'visitRule.move': moveVisitRule,
  'visitRule.addReady': addReadyRules,
  'dueVisit.list': listDueVisits,
  'dueVisit.counts': countDueVisits,
  'dueVisit.ofResident': dueOfResident,
  'dueVisit.record': recordDueVisits,
  'dueVisit.letPass': letDueVisitPass,
  'visitRound.festivals': (ledger) => Promise.resolve(listFestivals(ledger.clock.todayOn())),
  'visitRound.list': (ledger) => listVisitRounds(ledger),
  'visitRound.get': (ledger, { id }) => getVisitRound(ledger, id),
  'visitRound.create': createVisitRound,
  'visitRound.countTargets': countVisitTargets,
  'visitTask.list': listVisitTasks,
  'visitTask.get': (ledger, { id }) => getVisitTask(ledger, id),
  'visitTask.add': addVisitTask,
  'visitTask.remove': removeVisitTask,
  'visitTask.restore': restoreVisitTask,
  'visitTask.record': recordVisitResult,
  'visitTask.recordOther': recordOtherVisit,
  'resident.visits': (ledger, { id }) => listResidentVisits(ledger, id),
} satisfies LedgerOperations<
  | 'visitRule.list'
  | 'visitRule.effects'
  | 'visitRule.check'
  | 'visitRule.save'
  | 'visitRule.remove'
  | 'visitRule.move'
  | 'visitRule.addReady'
  | 'dueVisit.list'
  | 'dueVisit.counts'
  | 'dueVisit.ofResident'
  | 'dueVisit.record'
  | 'dueVisit.letPass'
  | 'visitRound.festivals'
  | 'visitRound.list'
  | 'visitRound.get'
  | 'visitRound.create'
  | 'visitRound.countTargets'
  | 'visitTask.list'
  | 'visitTask.get'
  | 'visitTask.add'
  | 'visitTask.remove'
  | 'visitTask.restore'
  | 'visitTask.record'
  | 'visitTask.recordOther'
  | 'resident.visits'
>
