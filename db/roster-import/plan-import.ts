import { formatDwelling } from '../../domain/address.ts'
import { maskIdNumber } from '../../domain/mask.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import { isRefused } from '../../domain/roster-import/row-issues.ts'
import type {
  ImportCounts,
  ImportField,
  ImportIssue,
  ImportRow,
  ImportVerdict,
} from '../../domain/roster-import.ts'
import { mayWrite, mayWriteCareTag, type RecordKind } from '../../domain/record-access.ts'
import type { Actor } from '../../domain/staff.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { matchRows } from './match-rows.ts'
import { changedFields, mergeDraft } from './merge-draft.ts'
import { householdFinder } from './household-of-row.ts'
import { draftsThere, peopleThere, type DraftThere } from './person-there.queries.ts'

export interface PlannedRow {
  readonly rowNumber: number
  readonly verdict: ImportVerdict
  /** What will be stored: for an update the ledger's data with the row's laid over it. */
  readonly draft: ResidentDraft
  readonly residentId: number | null
  /** The revision the plan was made on. */
  readonly revision: number | null
  /** Whose household a new person joins where the door does not tell: that of a row, or of a head in the ledger. */
  readonly headRowNumber: number | null
  readonly headResidentId: number | null
  readonly issues: readonly ImportIssue[]
  readonly changedFields: readonly ImportField[]
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  readonly counts: ImportCounts
}

/** What importing these rows would do to each of them, against the ledger as it is now. Throws: notSignedIn. */
export async function planImport(ledger: Ledger, rows: readonly FamilyRow[]): Promise<ImportPlan> {
  const actor = actorAt(ledger)
  const usable = rows.filter((row) => !isRefused(row))
  const people = await peopleThere(ledger)
  const { personOf, hasNamesake } = matchRows(usable, people)
  const householdOf = householdFinder(rows, people, new Set(personOf.values()))
  const drafts = await draftsThere(
    ledger,
    [...personOf.values()].map(({ id }) => id),
  )
  const seenAdds = new Set<string>()
  const planned = rows.map((row): PlannedRow => {
    const id = personOf.get(row)?.id ?? null
    const there = id === null ? undefined : drafts.get(id)
    if (isRefused(row)) return plannedRow(row, 'refuse', {})
    if (id !== null && there !== undefined) return plannedUpdate(row, id, there, actor)
    const isAgain = row.draft.idNumber === '' && isSeen(seenAdds, row.draft)
    const found = isAgain ? [sameInFile] : hasNamesake(row.draft) ? [sameNameExists] : []
    const { draft, cut } = withoutWorkOfOthers(row.draft, null, actor)
    const issues = [...row.issues, ...found, ...cut]
    return plannedRow(row, 'add', { draft, issues, ...householdOf(row) })
  })
  return { rows: planned, counts: countVerdicts(planned) }
}

const sameInFile = { code: 'sameInFile', field: 'name', isRefusal: false } as const
const careTagOfOthers = { code: 'careTagOfOthers', field: 'careTags', isRefusal: false } as const
const sameNameExists = { code: 'sameNameExists', field: 'name', isRefusal: false } as const

function plannedRow(row: FamilyRow, verdict: ImportVerdict, more: Partial<PlannedRow>): PlannedRow {
  const { rowNumber, draft, issues } = row
  const nobody = { residentId: null, revision: null, headRowNumber: null, headResidentId: null }
  return { rowNumber, verdict, draft, issues, changedFields: [], ...nobody, ...more }
}

/** What one post gives, dates and takes is written by that post alone, whichever way it comes. */
function withoutTagsOfOthers(draft: ResidentDraft, stored: ResidentDraft['careTags'], actor: Actor) {
  const before = new Map(stored.map((period) => [period.careTag, period]))
  const careTags = draft.careTags.flatMap((period) =>
    mayWriteCareTag(actor, period.careTag) ? [period] : (before.get(period.careTag) ?? []),
  )
  const isCut = JSON.stringify(careTags) !== JSON.stringify(draft.careTags)
  return { draft: { ...draft, careTags }, cut: isCut ? [careTagOfOthers] : [] }
}

/** The same for what a post writes down about people besides tags. */
function withoutFieldsOfOthers(draft: ResidentDraft, stored: ResidentDraft | null, actor: Actor) {
  const cut: ImportIssue[] = []
  const kept = { health: draft.health, disability: draft.disability, benefits: draft.benefits }
  const isForeign = (kind: RecordKind, one: unknown, other: unknown) =>
    !mayWrite(actor, kind) && JSON.stringify(one) !== JSON.stringify(other)
  if (isForeign('disabilityCard', draft.disability, stored?.disability ?? null)) {
    kept.disability = stored?.disability ?? null
    cut.push(fieldOfOthers('disabilityCategory'))
  }
  if (isForeign('benefits', draft.benefits, stored?.benefits ?? [])) {
    kept.benefits = stored?.benefits ?? []
    cut.push(fieldOfOthers('benefits'))
  }
  return { draft: { ...draft, ...kept }, cut }
}

function withoutWorkOfOthers(draft: ResidentDraft, stored: ResidentDraft | null, actor: Actor) {
  const tags = withoutTagsOfOthers(draft, stored?.careTags ?? [], actor)
  const fields = withoutFieldsOfOthers(tags.draft, stored, actor)
  return { draft: fields.draft, cut: [...tags.cut, ...fields.cut] }
}

function fieldOfOthers(field: ImportField): ImportIssue {
  return { code: 'fieldOfOthers', field, isRefusal: false }
}

function plannedUpdate(row: FamilyRow, residentId: number, there: DraftThere, actor: Actor): PlannedRow {
  // The door of the head moves nobody whose own door the ledger knows.
  const isDoorSaid = !row.isDoorOfHead || there.draft.dwelling === null
  const read = isDoorSaid ? row.draft : { ...row.draft, dwelling: null }
  const merged = mergeDraft(there.draft, read, row.givenFields)
  const { draft, cut } = withoutWorkOfOthers(merged, there.draft, actor)
  const changed = changedFields(there.draft, draft)
  return plannedRow(row, changed.length === 0 ? 'unchanged' : 'update', {
    draft,
    issues: [...row.issues, ...cut],
    residentId,
    revision: there.revision,
    changedFields: changed,
  })
}

/** Somebody without a number who stands in the file twice with the same birth and door. */
function isSeen(seen: Set<string>, { name, birthWhen, dwelling }: ResidentDraft): boolean {
  const key = JSON.stringify([name, birthWhen, dwelling])
  const isAgain = seen.has(key)
  seen.add(key)
  return isAgain
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
