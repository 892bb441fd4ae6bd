import { randomUUID } from 'node:crypto'
import type { AuditEntryDraft } from '../../domain/audit.ts'
import { FailureError } from '../../domain/failure.ts'
import { listColumnLabel } from '../../domain/labels/resident-list.zh.ts'
import { mayReadColumn } from '../../domain/list-column.ts'
import { isOwnFieldKey, ownFieldKey } from '../../domain/own-field.ts'
import { mayReveal } from '../../domain/record-access.ts'
import { mostCopied, type ResidentList } from '../../domain/resident-list.ts'
import { recordDisclosures } from '../audit/disclosure.service.ts'
import { actorAt, type Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { unaskedPeople, type AgreedPaper, type PeopleOnPaper } from '../paper/issue-paper.service.ts'
import { chosenIds } from '../resident/chosen-residents.queries.ts'
import { inTransaction } from '../transaction.ts'
import { listRows } from './list-rows.queries.ts'

/** How a list leaves the window. */
export type ListWay = 'savedAsWorkbook' | 'copied'

/** Shape: a list that stands in the audit trail and may now be read, page by page. */
export interface IssuedList {
  readonly handle: string
  readonly rowCount: number
  /** What stands above each column. */
  readonly headers: readonly string[]
}

interface OpenList extends IssuedList {
  readonly list: ResidentList
  readonly ids: readonly number[]
  readonly staffId: number
}

/** Per open ledger the list that is on its way out; a newer one takes its place. */
const onItsWay = new WeakMap<Ledger['raw'], OpenList>()

/** What has to be known before a list leaves. Throws: notAllowed, reasonRequired, listEmpty, tooManyToCopy. */
export async function peopleOnList(ledger: Ledger, list: ResidentList, way: ListWay): Promise<PeopleOnPaper> {
  const { length: personCount } = await peopleOf(ledger, list, way)
  return { personCount, unaskedCount: await unaskedPeople(ledger) }
}

/** Writes down that a list leaves, and only then lets it be read. Throws: the same, and staleRecord when it has grown. */
export async function issueList(
  ledger: Ledger,
  list: ResidentList,
  way: ListWay,
  agreed: AgreedPaper,
): Promise<IssuedList> {
  const ids = await peopleOf(ledger, list, way)
  if (ids.length > agreed.personCount) throw new FailureError('staleRecord')
  const { columns, numbers, reason } = list
  const detail = {
    personCount: ids.length,
    numbers,
    ...(reason === null ? {} : { purpose: reason.purpose }),
    ...(agreed.isAsked ? { isAsked: true } : {}),
  }
  await inTransaction(ledger, async (trx) => {
    await recordDisclosures(trx, ids)
    const entry = entryOf(way, { fields: columns, reason: reason?.text ?? '', detail })
    return { value: null, entries: [entry] }
  })
  const ownFields = await listOwnFields(ledger.db)
  const headers = columns.map((column) => listColumnLabel(column, ownFields))
  const issued = { handle: randomUUID(), rowCount: ids.length, headers }
  onItsWay.set(ledger.raw, { ...issued, list, ids, staffId: actorAt(ledger).staffId })
  return issued
}

/** Shape: the cells of the next people of a list on its way. Throws: handleExpired. */
export async function issuedRows(
  ledger: Ledger,
  { handle, offset, limit }: { readonly handle: string; readonly offset: number; readonly limit: number },
): Promise<string[][]> {
  const open = onItsWay.get(ledger.raw)
  if (open?.handle !== handle || open.staffId !== actorAt(ledger).staffId)
    throw new FailureError('handleExpired')
  return listRows(ledger, open.list, open.ids.slice(offset, offset + limit))
}

/** Writes down that a list which was to leave did not. */
export async function recordFailedList(ledger: Ledger, personCount: number): Promise<void> {
  await inTransaction(ledger, () =>
    Promise.resolve({ value: null, entries: [entryOf('listFailed', { detail: { personCount } })] as const }),
  )
}

async function peopleOf(ledger: Ledger, list: ResidentList, way: ListWay): Promise<readonly number[]> {
  const actor = actorAt(ledger)
  const { columns, numbers, reason } = list
  const areNumbersAllowed =
    numbers === 'masked' ||
    (mayReveal(actor, 'phones') && (numbers === 'phones' || mayReveal(actor, 'idNumber')))
  if (!areNumbersAllowed || !columns.every((column) => mayReadColumn(actor, column)))
    throw new FailureError('notAllowed')
  await refuseUnknownFields(ledger, columns)
  if (numbers !== 'masked' && reason === null) throw new FailureError('reasonRequired', 'reason')
  const ids = await chosenIds(ledger, list.selection)
  if (ids.length === 0) throw new FailureError('listEmpty')
  if (way === 'copied' && ids.length > mostCopied) throw new FailureError('tooManyToCopy')
  return ids
}

async function refuseUnknownFields(ledger: Ledger, columns: ResidentList['columns']): Promise<void> {
  const known = new Set((await listOwnFields(ledger.db)).map(({ id }) => ownFieldKey(id)))
  if (columns.some((column) => isOwnFieldKey(column) && !known.has(column)))
    throw new FailureError('invalidInput', 'columns')
}

function entryOf(
  action: ListWay | 'listFailed',
  rest: Pick<AuditEntryDraft, 'fields' | 'reason' | 'detail'>,
): AuditEntryDraft {
  return { action, objectType: 'residentList', ...rest }
}
