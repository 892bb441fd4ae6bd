import type { ChannelInput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { problemsOfCase, type HelpCase, type HelpCaseDraft } from '../../domain/help-case.ts'
import { endDraft } from '../draft/draft.service.ts'
import type { Ledger } from '../ledger.ts'
import { nextId } from '../next-id.queries.ts'
import { changeBy, recordAttached, type ChangeBy } from '../resident/record-change.service.ts'
import { residentOf } from '../resident/resident.queries.ts'
import { colleagueOf } from '../staff/colleagues.queries.ts'
import { inTransaction, type LedgerTransaction } from '../transaction.ts'
import { draftOfCase, findHelpCase, getHelpCase, stepsOf } from './help-case.queries.ts'
import {
  deleteHelpCase,
  insertHelpCase,
  putHelpSteps,
  updateHelpCase,
  type StoredHelpCase,
} from './help-case.repository.ts'

/**
 * Opens a case (id null) or writes it anew with all its steps, which are put in the order of their days.
 * Throws: notFound, staleRecord, invalidInput naming the input, with the problem.
 */
export async function saveHelpCase(
  ledger: Ledger,
  { id, revision, draft: typed }: ChannelInput<'helpCase.save'>,
): Promise<HelpCase> {
  const draft = { ...typed, steps: inOrder(typed.steps) }
  const by = changeBy(ledger, 'form')
  return inTransaction(ledger, async (trx) => {
    const [first] = Object.entries(problemsOfCase(typed, ledger.clock.todayOn()))
    if (first !== undefined) throw new FailureError('invalidInput', ...first)
    await residentOf(trx, draft.residentId)
    const before = id === null ? null : await changeableCase(trx, { id, revision })
    if (before !== null && before.stored.residentId !== draft.residentId)
      throw new FailureError('invalidInput', 'residentId', 'otherPerson')
    if (before?.stored.staffId !== draft.staffId && (await colleagueOf(trx, draft.staffId)) === undefined)
      throw new FailureError('invalidInput', 'staffId')
    const caseId = id ?? (await nextId(trx, 'helpCase'))
    const { steps, isForHousehold, ...columns } = draft
    const row = { ...columns, isForHousehold: Number(isForHousehold) }
    if (before === null)
      await insertHelpCase(trx, {
        ...row,
        id: caseId,
        recordedAt: by.at,
        recordedBy: by.staffName,
        revision: 1,
      })
    else await updateHelpCase(trx, caseId, row)
    await putHelpSteps(trx, caseId, steps)
    await recordCase(trx, { id: caseId, before: before?.draft ?? null, after: draft }, by)
    await endDraft(trx, ledger, id === null ? { form: 'newHelpCase' } : { form: 'helpCase', id })
    return {
      value: await getHelpCase({ db: trx, clock: ledger.clock }, caseId),
      entries: [
        {
          action: before === null ? 'added' : 'changed',
          objectType: 'helpCase',
          objectId: caseId,
          fields: before === null ? [] : changedFields(before.draft, draft),
        },
      ],
    }
  })
}

/** Takes a case back that was written down by mistake. Throws: reasonRequired, notFound, staleRecord. */
export async function removeHelpCase(
  ledger: Ledger,
  { id, revision, reason }: ChannelInput<'helpCase.remove'>,
): Promise<Record<string, never>> {
  if (reason.trim() === '') throw new FailureError('reasonRequired', 'reason')
  const by = changeBy(ledger, 'form', reason)
  return inTransaction(ledger, async (trx) => {
    const { draft } = await changeableCase(trx, { id, revision })
    await deleteHelpCase(trx, id)
    await recordCase(trx, { id, before: draft, after: null }, by)
    return { value: {}, entries: [{ action: 'deleted', objectType: 'helpCase', objectId: id, reason }] }
  })
}

async function changeableCase(
  trx: LedgerTransaction,
  { id, revision }: { readonly id: number; readonly revision: number | null },
): Promise<{ readonly stored: StoredHelpCase; readonly draft: HelpCaseDraft }> {
  const stored = await findHelpCase(trx, id)
  if (stored === undefined) throw new FailureError('notFound')
  if (stored.revision !== revision) throw new FailureError('staleRecord')
  const draft = draftOfCase(stored, (await stepsOf(trx, [id])).get(id) ?? [])
  return { stored, draft }
}

interface CaseChange {
  readonly id: number
  readonly before: HelpCaseDraft | null
  readonly after: HelpCaseDraft | null
}

async function recordCase(
  trx: LedgerTransaction,
  { id, before, after }: CaseChange,
  by: ChangeBy,
): Promise<void> {
  const residentId = (after ?? before)?.residentId
  if (residentId === undefined || JSON.stringify(before) === JSON.stringify(after)) return
  const textOf = (draft: HelpCaseDraft | null) => (draft === null ? '' : JSON.stringify(draft))
  const field = `helpCase:${String(id)}`
  await recordAttached(trx, residentId, { field, before: textOf(before), after: textOf(after) }, by)
}

function changedFields(before: HelpCaseDraft, after: HelpCaseDraft): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after).flatMap(([field, value]) =>
    JSON.stringify(old.get(field)) === JSON.stringify(value) ? [] : [`helpCase.${field}`],
  )
}

/** Of one day in the order they were typed. */
function inOrder(steps: HelpCaseDraft['steps']): HelpCaseDraft['steps'] {
  return steps.toSorted((one, other) =>
    one.takenOn === other.takenOn ? 0 : one.takenOn < other.takenOn ? -1 : 1,
  )
}
