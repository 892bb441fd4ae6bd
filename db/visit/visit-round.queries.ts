import type { Selectable } from 'kysely'
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts'
import { FailureError } from '../../domain/failure.ts'
import { festivalDay, visitFestivals } from '../../domain/festival.ts'
import { visitRoundSchema, type FestivalOption, type VisitRound } from '../../domain/visit.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerSchema } from '../schema.ts'

/** Unit: days; long enough that every festival is offered once, and the yearly ones of next year as well. */
const offeredAhead = 430

/** The coming festivals a round can be opened for, nearest first. */
export function listFestivals(todayOn: CalendarDate): FestivalOption[] {
  const year = Number(todayOn.slice(0, 4))
  const last = addDays(todayOn, offeredAhead)
  return [year, year + 1, year + 2]
    .flatMap((each) => visitFestivals.map((festival) => festivalDay(festival, each)))
    .filter((option) => option.festivalOn >= todayOn && option.festivalOn <= last)
    .sort((a, b) => (a.festivalOn < b.festivalOn ? -1 : 1))
}

/** All rounds, newest first, with how far each has got; who is in the recycle bin is visited by nobody. */
export async function listVisitRounds(ledger: Pick<Ledger, 'db'>): Promise<VisitRound[]> {
  const rounds = await roundsWithCounts(ledger.db).orderBy('visitRound.id', 'desc').execute()
  const nameless = await namelessVisits(ledger.db)
  return rounds.map((round) => withNameless(visitRoundSchema.parse(round), nameless))
}

/** One round. Throws: notFound. */
export async function getVisitRound(ledger: Pick<Ledger, 'db'>, id: number): Promise<VisitRound> {
  const round = await roundsWithCounts(ledger.db).where('visitRound.id', '=', id).executeTakeFirst()
  if (round === undefined) throw new FailureError('notFound')
  return withNameless(visitRoundSchema.parse(round), await namelessVisits(ledger.db))
}

type NamelessVisit = Selectable<LedgerSchema['namelessVisit']>

function namelessVisits(db: Ledger['db']): Promise<NamelessVisit[]> {
  return db.selectFrom('namelessVisit').selectAll().execute()
}

/** Who was deleted for good was visited all the same. */
function withNameless(round: VisitRound, nameless: readonly NamelessVisit[]): VisitRound {
  const countOf = (isCounted: (visit: NamelessVisit) => boolean) =>
    nameless
      .filter((visit) => visit.visitRoundId === round.id && isCounted(visit))
      .reduce((sum, { visitCount }) => sum + visitCount, 0)
  const withOutcome = (wanted: string) =>
    countOf(({ isRemoved, outcome }) => isRemoved === 0 && outcome === wanted)
  return {
    ...round,
    targetCount: round.targetCount + countOf(({ isRemoved }) => isRemoved === 0),
    removedCount: round.removedCount + countOf(({ isRemoved }) => isRemoved === 1),
    doneCount: round.doneCount + withOutcome('done'),
    absentCount: round.absentCount + withOutcome('absent'),
    refusedCount: round.refusedCount + withOutcome('refused'),
  }
}

function roundsWithCounts(db: Ledger['db']) {
  const tasks = db
    .selectFrom('visitTask')
    .innerJoin('resident', 'resident.id', 'visitTask.residentId')
    .where('removedAt', 'is', null)
    .select(['visitTask.id', 'visitTask.visitRoundId', 'isRemoved', 'outcome'])
  return db
    .selectFrom('visitRound')
    .leftJoin(tasks.as('task'), 'task.visitRoundId', 'visitRound.id')
    .select(['visitRound.id', 'name', 'festival', 'year', 'festivalOn', 'cutoffOn', 'createdAt'])
    .select(({ fn }) => [
      fn.count<number>('task.id').filterWhere('isRemoved', '=', 0).as('targetCount'),
      fn.count<number>('task.id').filterWhere('isRemoved', '=', 1).as('removedCount'),
      fn
        .count<number>('task.id')
        .filterWhere('isRemoved', '=', 0)
        .filterWhere('outcome', '=', 'done')
        .as('doneCount'),
      fn
        .count<number>('task.id')
        .filterWhere('isRemoved', '=', 0)
        .filterWhere('outcome', '=', 'absent')
        .as('absentCount'),
      fn
        .count<number>('task.id')
        .filterWhere('isRemoved', '=', 0)
        .filterWhere('outcome', '=', 'refused')
        .as('refusedCount'),
    ])
    .groupBy('visitRound.id')
}
