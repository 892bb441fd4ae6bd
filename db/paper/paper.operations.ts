import type { CalendarDate } from '../../domain/calendar-date.ts'
import { sexes } from '../../domain/codes/sex.ts'
import type { ChannelInput } from '../../domain/contract.ts'
import { maskIdNumber } from '../../domain/mask.ts'
import type { VisitList, VisitListRow } from '../../domain/paper.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerOperations } from '../ledger-operations.ts'
import { inOneMoment } from '../transaction.ts'
import { getVisitRound } from '../visit/visit-round.queries.ts'
import { loadVisitTasks, walkingOrder } from '../visit/visit-task.queries.ts'

const rowsPerRead = 500

/** What the ledger answers when a sheet asks for its rows. */
export const paperOperations = {
  // A paper shows one moment, whatever is written while its rows are read.
  'paper.visitList': (ledger, request) =>
    inOneMoment(ledger, (db) => visitList({ db, actor: ledger.actor }, request, ledger.clock.todayOn())),
} satisfies LedgerOperations<'paper.visitList'>

async function visitList(
  ledger: Pick<Ledger, 'db' | 'actor'>,
  { visitRoundId, isIdNumberFull }: ChannelInput<'paper.visitList'>,
  printedOn: CalendarDate,
): Promise<VisitList> {
  const round = await getVisitRound(ledger, visitRoundId)
  const { committeeName } = await ledger.db
    .selectFrom('committee')
    .select('committeeName')
    .executeTakeFirstOrThrow()
  const ids = await walkingOrder(ledger, visitRoundId, 'all')
  const rows: VisitListRow[] = []
  for (let start = 0; start < ids.length; start += rowsPerRead) {
    const batch = ids.slice(start, start + rowsPerRead)
    const tasks = await loadVisitTasks(ledger, batch, round.cutoffOn)
    const details = await loadDetails(
      ledger,
      tasks.map(({ residentId }) => residentId),
    )
    for (const task of tasks) {
      const { building = null, idNumber = null } = details.get(task.residentId) ?? {}
      rows.push({
        order: rows.length + 1,
        building: building ?? '',
        name: task.residentName,
        sex: sexes[task.sex],
        age: task.age,
        address: task.address,
        phone: task.phoneMasked,
        idNumber: isIdNumberFull ? (idNumber ?? '') : maskIdNumber(idNumber ?? ''),
        reasons: task.isAddedByHand ? [...task.reasons, task.addedReason] : task.reasons,
      })
    }
  }
  return {
    committeeName,
    roundName: round.name,
    cutoffOn: round.cutoffOn,
    printedOn,
    rows,
  }
}

async function loadDetails(ledger: Pick<Ledger, 'db'>, residentIds: readonly number[]) {
  if (residentIds.length === 0) return new Map<number, { building: string | null; idNumber: string | null }>()
  const found = await ledger.db
    .selectFrom('resident')
    .innerJoin('household', 'household.id', 'resident.householdId')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .select(['resident.id', 'building.name as building', 'idNumber'])
    .where('resident.id', 'in', residentIds)
    .execute()
  return new Map(found.map(({ id, building, idNumber }) => [id, { building, idNumber }]))
}
