import type { MergeRequest } from '../../domain/duplicate-merge.ts'
import { FailureError } from '../../domain/failure.ts'
import { ownFieldKey } from '../../domain/own-field.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { attachedBy, type AttachedTable } from './attached-tables.ts'
import { joinedRow } from './merge-fields.ts'
import type { MergeJournal } from './merge-journal.service.ts'
import { findRows } from './table-row.repository.ts'
import type { TableRow } from './table-row.ts'

/** Shape: the two records a merge is about. */
export interface MergedIds {
  readonly keptId: number
  readonly mergedId: number
}

/** As many as the form takes of each list with places. */
const mostRows = 10

/** Gives the kept record what the other one has of tags, telephones and the like, of own fields what was chosen; that one keeps its own. Throws: mergeTooMany. */
export async function mergeLists(
  trx: LedgerTransaction,
  journal: MergeJournal,
  { keptId, mergedId, choices }: MergedIds & Pick<MergeRequest, 'choices'>,
  extra: Readonly<Record<string, readonly TableRow[]>>,
): Promise<void> {
  for (const attached of attachedBy('copied', 'joined')) {
    const { table, column, way } = attached
    const there = await findRows(trx, table, { [column]: keptId })
    for (const row of there) journal.note(table, row)
    const rows = [...(extra[table] ?? []), ...(await findRows(trx, table, { [column]: mergedId }))]
    const known = new Map(there.map((row) => [identityOf(attached, row), row]))
    let position = Math.max(-1, ...there.map((row) => Number(row['position'] ?? -1)))
    for (const row of rows) {
      const identity = identityOf(attached, row)
      const same = known.get(identity)
      const choice =
        table === 'residentOwnValue' ? choices[ownFieldKey(Number(row['ownFieldId']))] : undefined
      if (choice === 'kept') continue
      if (same !== undefined) {
        if (choice === 'merged') await journal.change(table, same, { value: row['value'] ?? null })
        if (way === 'joined') await journal.change(table, same, joinedRow(same, row))
        continue
      }
      position += 1
      const copy = { ...row, [column]: keptId, ...('position' in row ? { position } : {}) }
      known.set(identity, copy)
      if ('position' in row && known.size > mostRows) throw new FailureError('mergeTooMany')
      await journal.add(table, copy)
    }
  }
}

/** Lets the rows of the other record that stand for themselves name the kept one. */
export async function moveAttached(
  trx: LedgerTransaction,
  journal: MergeJournal,
  { keptId, mergedId }: MergedIds,
): Promise<void> {
  for (const { table, column } of attachedBy('moved', 'claimant')) {
    const there = await findRows(trx, table, { [column]: keptId })
    for (const row of there) journal.note(table, row)
    for (const row of await findRows(trx, table, { [column]: mergedId }))
      await journal.change(table, row, { [column]: keptId })
  }
}

/** The text by which two rows of a table are known to be about the same thing. */
export function identityOf({ table, identity }: AttachedTable, row: TableRow): string {
  const values = identity.map((column) => row[column] ?? null)
  const isPhone = table === 'residentPhone'
  return JSON.stringify(isPhone ? values.map((number) => String(number).replaceAll(/\D/g, '')) : values)
}
