import type { LedgerOperations } from '../ledger-operations.ts'
import { getVisitRound, listFestivals, listVisitRounds } from './visit-round.queries.ts'
import { countVisitTargets, createVisitRound } from './visit-round.service.ts'
import { listVisitRules } from './visit-rule.queries.ts'
import { getVisitTask, listResidentVisits, listVisitTasks } from './visit-task.queries.ts'
import { addVisitTask, recordVisitResult, removeVisitTask, restoreVisitTask } from './visit-task.service.ts'

/** What the ledger answers about rules, rounds and visits. */
export const visitOperations = {
  'visitRule.list': (ledger) => listVisitRules(ledger),
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
  'resident.visits': (ledger, { id }) => listResidentVisits(ledger, id),
} satisfies LedgerOperations<
  | 'visitRule.list'
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
  | 'resident.visits'
>
