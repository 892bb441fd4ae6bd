import { noFilter } from '../../../domain/no-filter.ts'
import type { VisitRound, VisitTask } from '../../../domain/visit.ts'
import { valueOf } from './app-office.ts'
import type { AppUnderNode } from './start-app.ts'

export async function everybody(app: AppUnderNode): Promise<readonly { readonly id: number }[]> {
  const filter = { ...noFilter }
  const request = { filter, offset: 0, limit: 200 }
  return (await valueOf<{ rows: { id: number }[] }>(app.ask('resident.list', request))).rows
}

/** Opens a round with these people on its list, whoever else the rules put there. Shape: the round and its tasks. */
export async function roundWith(app: AppUnderNode, residentIds: readonly number[]) {
  const draft = {
    name: 'Round',
    festival: 'springFestival',
    year: 2027,
    cutoffOn: '2027-02-05',
    ruleIds: [1],
  }
  const { id } = await valueOf<VisitRound>(app.ask('visitRound.create', draft))
  const there = new Set((await tasksOf(app, id)).map(({ residentId }) => residentId))
  for (const residentId of residentIds.filter((one) => !there.has(one)))
    await valueOf(app.ask('visitTask.add', { visitRoundId: id, residentId, reason: 'asked for' }))
  return { id, tasks: await tasksOf(app, id) }
}

/** One page of the people on a round's list. */
export async function tasksOf(
  app: AppUnderNode,
  visitRoundId: number,
  offset = 0,
): Promise<readonly VisitTask[]> {
  const request = { visitRoundId, view: 'all', offset, limit: 200 }
  return (await valueOf<{ rows: VisitTask[] }>(app.ask('visitTask.list', request))).rows
}
