import { formatDwelling } from '../../domain/address.ts'
import { maskIdNumber } from '../../domain/mask.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import type { RosterRow } from '../../domain/roster-import/read-row.ts'
import { isRefused } from '../../domain/roster-import/row-issues.ts'
import type {
  ImportCounts,
  ImportField,
  ImportIssue,
  ImportRow,
  ImportVerdict,
} from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft } from '../resident/resident.table.ts'
import { changedFields, mergeDraft } from './merge-draft.ts'

export interface PlannedRow {
  readonly rowNumber: number
  readonly verdict: ImportVerdict
  readonly draft: ResidentDraft
  readonly residentId: number | null
  readonly revision: number | null
  readonly issues: readonly ImportIssue[]
  readonly changedFields: readonly ImportField[]
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  readonly counts: ImportCounts
}

const idsPerRead = 500

interface Known {
  readonly id: number
  readonly revision: number
  readonly draft: ResidentDraft
}

/** What importing these rows would do to each of them, against the ledger as it is now. */
export async function planImport(ledger: Ledger, rows: readonly RosterRow[]): Promise<ImportPlan> {
  const matches = await matchRows(ledger, rows)
  const known = await loadKnown(ledger, [...new Set(matches.ids.flatMap((id) => id ?? []))])
  const seenNumbers = new Set<string>()
  const seenIds = new Set<number>()
  const planned = rows.map((row, index): PlannedRow => {
    const there = known.get(matches.ids[index] ?? -1)
    const issues = [...row.issues]
    const { idNumber } = row.draft
    if (!isRefused(row) && isSecond(seenNumbers, seenIds, idNumber, there?.id)) {
      issues.push({ code: 'idTwiceInFile', field: idNumber === '' ? 'name' : 'idNumber', isRefusal: true })
    }
    if (there === undefined && idNumber === '' && matches.knownNames.has(row.draft.name)) {
      issues.push({ code: 'sameNameExists', field: 'name', isRefusal: false })
    }
    const base = {
      rowNumber: row.rowNumber,
      issues,
      residentId: there?.id ?? null,
      revision: there?.revision ?? null,
    }
    if (issues.some(({ isRefusal }) => isRefusal)) {
      return { ...base, verdict: 'refuse', draft: row.draft, changedFields: [] }
    }
    if (there === undefined) return { ...base, verdict: 'add', draft: row.draft, changedFields: [] }
    const draft = mergeDraft(there.draft, row.draft, row.givenFields)
    const changed = changedFields(there.draft, draft)
    return { ...base, verdict: changed.length === 0 ? 'unchanged' : 'update', draft, changedFields: changed }
  })
  return { rows: planned, counts: countVerdicts(planned) }
}

function isSecond(
  seenNumbers: Set<string>,
  seenIds: Set<number>,
  idNumber: string,
  residentId: number | undefined,
): boolean {
  const isAgain =
    (idNumber !== '' && seenNumbers.has(idNumber)) || (residentId !== undefined && seenIds.has(residentId))
  if (idNumber !== '') seenNumbers.add(idNumber)
  if (residentId !== undefined) seenIds.add(residentId)
  return isAgain
}

async function matchRows(ledger: Ledger, rows: readonly RosterRow[]) {
  const people = await ledger.db
    .selectFrom('resident')
    .leftJoin('household', 'household.id', 'resident.householdId')
    .leftJoin('dwelling', 'dwelling.id', 'household.dwellingId')
    .leftJoin('building', 'building.id', 'dwelling.buildingId')
    .select([
      'resident.id',
      'resident.name',
      'idNumber',
      'birthWhen',
      'building.name as building',
      'unit',
      'room',
    ])
    .execute()
  const byNumber = new Map<string, number>()
  const byPerson = new Map<string, number>()
  for (const person of people) {
    if (person.idNumber !== null) byNumber.set(person.idNumber, person.id)
    byPerson.set(personKey(person.name, person.birthWhen, person), person.id)
  }
  const ids = rows.map(({ draft }) =>
    draft.idNumber === ''
      ? byPerson.get(personKey(draft.name, draft.birthWhen, draft.dwelling))
      : byNumber.get(draft.idNumber),
  )
  return { ids, knownNames: new Set(people.map(({ name }) => name)) }
}

/** Without a number somebody is the same person only by name, birth and door together. */
function personKey(
  name: string,
  birthWhen: string | null,
  door: {
    readonly building: string | null
    readonly unit: string | null
    readonly room: string | null
  } | null,
): string {
  return JSON.stringify([name, birthWhen, door?.building ?? '', door?.unit ?? '', door?.room ?? ''])
}

async function loadKnown(ledger: Ledger, ids: readonly number[]): Promise<Map<number, Known>> {
  const known = new Map<number, Known>()
  for (let start = 0; start < ids.length; start += idsPerRead) {
    for (const stored of await loadStoredResidents(ledger.db, ids.slice(start, start + idsPerRead))) {
      const { id, revision } = stored.record
      known.set(id, { id, revision, draft: storedDraft(stored) })
    }
  }
  return known
}

function countVerdicts(rows: readonly PlannedRow[]): ImportCounts {
  const counts = { add: 0, update: 0, unchanged: 0, refuse: 0 }
  for (const { verdict } of rows) counts[verdict] += 1
  return counts
}

/** A planned row as the preview shows it. */
export function previewRow(row: PlannedRow): ImportRow {
  const { dwelling, currentAddress, name, idNumber } = row.draft
  return {
    rowNumber: row.rowNumber,
    verdict: row.verdict,
    name,
    idNumberMasked: maskIdNumber(idNumber),
    address: dwelling === null ? currentAddress : formatDwelling(dwelling),
    issues: [...row.issues],
    changedFields: [...row.changedFields],
  }
}
