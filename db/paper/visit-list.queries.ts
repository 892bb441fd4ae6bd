import { sexes } from '../../domain/codes/sex.ts'
import { maskIdNumber, maskPhone } from '../../domain/mask.ts'
import type { VisitList, VisitListRow } from '../../domain/paper.ts'
import type { PaperNumbers } from '../../domain/paper-stamp.ts'
import type { VisitTask } from '../../domain/visit.ts'
import type { Ledger, LedgerReader } from '../ledger.ts'
import { getVisitRound } from '../visit/visit-round.queries.ts'
import { loadVisitTasks, walkingOrder } from '../visit/visit-task.queries.ts'

const rowsPerRead = 500

interface ListPart {
  readonly numbers: PaperNumbers
  readonly offset: number
  readonly limit: number
}

/** Some of the people on a round's visit list, in walking order, and how many it has. Throws: notFound. */
export async function visitListPage(
  place: Pick<Ledger, 'db' | 'actor' | 'clock'>,
  visitRoundId: number,
  { numbers, offset, limit }: ListPart,
): Promise<Omit<VisitList, 'stamp'> & { readonly totalCount: number }> {
  const round = await getVisitRound(place, visitRoundId)
  const { committeeName } = await place.db
    .selectFrom('committee')
    .select('committeeName')
    .executeTakeFirstOrThrow()
  const ids = await walkingOrder(place, visitRoundId, 'all')
  const wanted = ids.slice(offset, offset + limit)
  const rows: VisitListRow[] = []
  for (let start = 0; start < wanted.length; start += rowsPerRead) {
    const tasks = await loadVisitTasks(place, wanted.slice(start, start + rowsPerRead), round.cutoffOn)
    const residentIds = tasks.map(({ residentId }) => residentId)
    const details = await loadDetails(place.db, residentIds)
    for (const task of tasks)
      rows.push(listRow(task, details.get(task.residentId), { order: offset + rows.length + 1, numbers }))
  }
  return {
    committeeName,
    roundName: round.name,
    cutoffOn: round.cutoffOn,
    printedOn: place.clock.todayOn(),
    rows,
    totalCount: ids.length,
  }
}

/** Who stands on a round's visit list. */
export async function peopleOfRound(db: LedgerReader, visitRoundId: number): Promise<number[]> {
  const tasks = await db
    .selectFrom('visitTask')
    .innerJoin('resident', 'resident.id', 'residentId')
    .select('residentId')
    .where('visitRoundId', '=', visitRoundId)
    .where('isRemoved', '=', 0)
    .where('removedAt', 'is', null)
    .execute()
  return tasks.map(({ residentId }) => residentId)
}

interface Details {
  readonly building: string | null
  readonly idNumber: string | null
  readonly phone: string
}

function listRow(
  task: VisitTask,
  details: Details | undefined,
  { order, numbers }: { readonly order: number; readonly numbers: PaperNumbers },
): VisitListRow {
  const { building = null, idNumber = null, phone = '' } = details ?? {}
  return {
    order,
    building: building ?? '',
    name: task.residentName,
    sex: sexes[task.sex],
    age: task.age,
    address: task.address,
    phone: numbers === 'masked' ? maskPhone(phone) : phone,
    idNumber: numbers === 'all' ? (idNumber ?? '') : maskIdNumber(idNumber ?? ''),
    reasons: task.isAddedByHand ? [...task.reasons, task.addedReason] : task.reasons,
  }
}

async function loadDetails(
  db: LedgerReader,
  residentIds: readonly number[],
): Promise<ReadonlyMap<number, Details>> {
  if (residentIds.length === 0) return new Map()
  const phones = await db
    .selectFrom('residentPhone')
    .select(['residentId', 'number'])
    .where('residentId', 'in', residentIds)
    .where('position', '=', 0)
    .execute()
  const phoneOf = new Map(phones.map(({ residentId, number }) => [residentId, number]))
  const found = await db
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .select(['resident.id', 'building.name as building', 'idNumber'])
    .where('resident.id', 'in', residentIds)
    .execute()
  return new Map(
    found.map(({ id, building, idNumber }) => [id, { building, idNumber, phone: phoneOf.get(id) ?? '' }]),
  )
}
