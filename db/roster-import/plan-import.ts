import type { ImportChoices } from '../../domain/import-report.ts'
import type { OwnValue } from '../../domain/own-value.ts'
import { residentDraftSchema, type ResidentDraft } from '../../domain/resident.ts'
import type { FamilyRow } from '../../domain/roster-import/join-families.ts'
import { isRefused } from '../../domain/roster-import/row-issues.ts'
import { isStepEnd } from '../../domain/roster-import/row-steps.ts'
import type { ImportCounts, ImportField, ImportIssue, ImportVerdict } from '../../domain/roster-import.ts'
import type { Actor } from '../../domain/staff.ts'
import { inSteps } from '../in-steps.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import type { OperationContext } from '../ledger-operations.ts'
import { alikeFinder, type Alike } from './alike.ts'
import { decidedRows } from './decided-rows.ts'
import { emptiedOfHome, saidOfHomes, type SaidOfHomes } from './emptied-home.ts'
import { emptiedDraft } from './emptied-draft.ts'
import { withBuildingsOfToday } from './buildings-of-today.ts'
import { matchRows } from './match-rows.ts'
import { changedFields, changedOwnFields, mergeDraft, mergeOwnValues } from './merge-draft.ts'
import { householdFinder } from './household-of-row.ts'
import { draftsThere, peopleThere, type DraftThere } from './person-there.queries.ts'
import { withoutSealedOnes, withoutWorkOfOthers } from './work-of-others.ts'

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
  /** Those of them that an empty cell takes away. */
  readonly emptiedFields: readonly ImportField[]
  /** What the ledger holds now about the person of an update. */
  readonly before: ResidentDraft | null
  /** What the row says of the person's home in own fields. */
  readonly homeValues: readonly OwnValue[]
  /** What the home has in own fields, and what it has once the row's values are laid over that. */
  readonly home: { readonly before: readonly OwnValue[]; readonly after: readonly OwnValue[] }
  /** The own fields of the home that an empty cell takes away. */
  readonly emptiedOfHome: readonly number[]
  /** Whom of the ledger the row may be about where nothing certain tells. */
  readonly alike: readonly Alike[]
  readonly decision: 'same' | 'other' | null
  /** What is wrong in the file although the clerk's decision answers it: its sender still has to mend it. */
  readonly overruled: readonly ImportIssue[]
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[]
  readonly counts: ImportCounts
}

/** Whoever waits for a plan: hears of the number of rows done, and may stop. */
interface PlanWatch extends Pick<OperationContext, 'isCancelled'> {
  readonly onRows: (doneCount: number) => void
}

/** What importing these rows would do to each of them, against the ledger as it is now. Throws: notSignedIn, cancelled. */
export async function planImport(
  ledger: Ledger,
  read: readonly FamilyRow[],
  { decisions, isEmptying }: Pick<ImportChoices, 'decisions' | 'isEmptying'>,
  watch: PlanWatch,
): Promise<ImportPlan> {
  const actor = actorAt(ledger)
  const people = await peopleThere(ledger)
  const alikeOf = alikeFinder(people)
  const known = await withBuildingsOfToday(ledger, read, watch)
  const { rows, recognised, originals } = decidedRows(known, decisions, alikeOf)
  const usable = rows.filter((row) => !isRefused(row))
  const { personOf, hasNamesake } = await inSteps(matchRows(usable, people, recognised), watch)
  const matched = new Set(personOf.values())
  const householdOf = householdFinder(rows, people, matched)
  const drafts = await draftsThere(
    ledger,
    [...personOf.values()].map(({ id }) => id),
  )
  const emptying = isEmptying ? saidOfHomes(usable, (row) => personOf.get(row)?.householdId) : null
  const homeOf = (row: FamilyRow) => personOf.get(row)?.householdId ?? 0
  const updated = (row: FamilyRow, residentId: number, there: DraftThere) =>
    plannedUpdate(row, { ...there, residentId, householdId: homeOf(row) }, actor, emptying)
  const otherRowNumbers = new Set(
    decisions.flatMap(({ rowNumber, residentId }) => (residentId === null ? [rowNumber] : [])),
  )
  const seenAdds = new Set<string>()
  const openAlike = (row: FamilyRow) => alikeOf(row).filter(({ person }) => !matched.has(person))
  const plannedFor = (row: FamilyRow): PlannedRow => {
    const id = personOf.get(row)?.id ?? null
    const there = id === null ? undefined : drafts.get(id)
    const original = originals.get(row)
    if (original !== undefined) {
      const alike = alikeOf(original)
      if (id === null || there === undefined) {
        const issues = [...original.issues, personTaken]
        return plannedRow(original, 'refuse', { issues, alike, decision: 'same' })
      }
      const update = updated(row, id, there)
      // What can't be stored stays as it was.
      if (!residentDraftSchema.safeParse(update.draft).success)
        return plannedRow(original, 'refuse', { alike })
      const overruled = original.issues.filter(({ isRefusal }) => isRefusal)
      return { ...update, alike, decision: 'same', overruled }
    }
    const decision = otherRowNumbers.has(row.rowNumber) ? 'other' : null
    if (isRefused(row)) return plannedRow(row, 'refuse', { alike: openAlike(row), decision })
    if (id !== null && there !== undefined) return updated(row, id, there)
    const isAgain = row.draft.idNumber === '' && isSeen(seenAdds, row.draft)
    const found = isAgain ? [sameInFile] : hasNamesake(row.draft) && decision === null ? [sameNameExists] : []
    const { draft, cut } = withoutWorkOfOthers(row.draft, null, actor)
    const issues = [...row.issues, ...found, ...cut]
    return plannedRow(row, 'add', { draft, issues, alike: openAlike(row), decision, ...householdOf(row) })
  }
  const planned = await inSteps(eachRow(rows, plannedFor), watch, watch.onRows)
  return { rows: planned, counts: countVerdicts(planned) }
}

function* eachRow(
  rows: readonly FamilyRow[],
  plannedFor: (row: FamilyRow) => PlannedRow,
): Generator<number, PlannedRow[], undefined> {
  const planned: PlannedRow[] = []
  for (const [index, row] of rows.entries()) {
    if (isStepEnd(index)) yield index
    planned.push(plannedFor(row))
  }
  return planned
}

const sameInFile = { code: 'sameInFile', field: 'name', isRefusal: false } as const
const sameNameExists = { code: 'sameNameExists', field: 'name', isRefusal: false } as const
const personTaken = { code: 'personTaken', field: 'name', isRefusal: true } as const

function plannedRow(row: FamilyRow, verdict: ImportVerdict, more: Partial<PlannedRow>): PlannedRow {
  const { rowNumber, draft, issues } = row
  const nobody = { residentId: null, revision: null, headRowNumber: null, headResidentId: null }
  const nothing = {
    changedFields: [],
    emptiedFields: [],
    before: null,
    homeValues: row.householdOwnValues,
    home: { before: [], after: row.householdOwnValues },
    emptiedOfHome: [],
    alike: [],
    decision: null,
    overruled: [],
  }
  return { rowNumber, verdict, draft, issues, ...nothing, ...nobody, ...more }
}

interface PersonOfRow extends DraftThere {
  readonly residentId: number
  readonly householdId: number
}

/** With what the list says of homes, an empty cell takes away what stands there; without, it says nothing. */
function plannedUpdate(
  row: FamilyRow,
  there: PersonOfRow,
  actor: Actor,
  emptying: SaidOfHomes | null,
): PlannedRow {
  // The door of the head moves nobody whose own door the ledger knows.
  const isDoorSaid = !row.isDoorOfHead || there.draft.dwelling === null
  const read = isDoorSaid ? row.draft : { ...row.draft, dwelling: null }
  const laidOver = mergeDraft(there.draft, read, row.givenFields)
  const merged = emptying === null ? laidOver : emptiedDraft(laidOver, row)
  const mine = withoutWorkOfOthers(merged, there.draft, actor)
  const { draft, cut } = withoutSealedOnes(mine, there.sealed, actor)
  const before = there.householdOwnValues
  // A home that somebody leaves by this list is nobody's row any more.
  const isStaying = JSON.stringify(draft.dwelling) === JSON.stringify(there.draft.dwelling)
  const emptied =
    emptying === null || !isStaying
      ? []
      : emptiedOfHome(row, { ...there, dwelling: draft.dwelling, ownValues: before }, emptying)
  const after = mergeOwnValues(before, row.householdOwnValues)
  const home = { before, after: after.filter(({ ownFieldId }) => !emptied.includes(ownFieldId)) }
  const changed = [...changedFields(there.draft, draft), ...changedOwnFields(home.before, home.after)]
  return plannedRow(row, changed.length === 0 ? 'unchanged' : 'update', {
    draft,
    issues: [...row.issues, ...cut],
    residentId: there.residentId,
    revision: there.revision,
    changedFields: changed,
    emptiedFields: emptying === null ? [] : changed.filter((field) => !row.givenFields.includes(field)),
    before: there.draft,
    home,
    emptiedOfHome: emptied,
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
