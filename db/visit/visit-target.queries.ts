import { partialDateSchema, calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts'
import { isTargetOf, type VisitSubject } from '../../domain/visit-target.ts'
import type { VisitRule } from '../../domain/visit.ts'
import type { Ledger } from '../ledger.ts'

export interface VisitTarget {
  readonly residentId: number
  readonly householdId: number
  /** Names of the rules that picked the person, in the rules' order. */
  readonly reasons: readonly string[]
}

/** Everybody whom at least one of the rules picks on the cut-off date, each person once. */
export async function findVisitTargets(
  db: Ledger['db'],
  rules: readonly VisitRule[],
  cutoffOn: CalendarDate,
): Promise<VisitTarget[]> {
  const tagsOf = await loadCareTags(db)
  const people = await db
    .selectFrom('resident')
    .select(['id', 'householdId', 'birthWhen', 'livingArrangement'])
    .where('presence', '=', 'here')
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return people.flatMap(({ id, householdId, birthWhen, livingArrangement }) => {
    const subject: VisitSubject = {
      birthWhen: birthWhen === null ? null : partialDateSchema.parse(birthWhen),
      livingArrangement,
      careTags: tagsOf.get(id) ?? [],
    }
    const reasons = rules.filter((rule) => isTargetOf(rule, subject, cutoffOn)).map(({ name }) => name)
    return reasons.length === 0 ? [] : [{ residentId: id, householdId, reasons }]
  })
}

async function loadCareTags(db: Ledger['db']): Promise<Map<number, VisitSubject['careTags'][number][]>> {
  const tagsOf = new Map<number, VisitSubject['careTags'][number][]>()
  const optionalDate = calendarDateSchema.nullable()
  for (const { residentId, careTag, fromOn, toOn } of await db
    .selectFrom('residentCareTag')
    .selectAll()
    .execute()) {
    const tags = tagsOf.get(residentId) ?? []
    tags.push({ careTag, fromOn: optionalDate.parse(fromOn), toOn: optionalDate.parse(toOn) })
    tagsOf.set(residentId, tags)
  }
  return tagsOf
}
