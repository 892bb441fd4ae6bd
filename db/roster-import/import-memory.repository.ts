import type { ImportValue } from '../../domain/import-report.ts'
import type { ImportMapping } from '../../domain/roster-import.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** What there is to be remembered about a list that is imported. */
export interface LearntLayout {
  readonly fingerprint: string
  readonly mapping: ImportMapping
  readonly values: readonly ImportValue[]
}

/** Puts what was said last in the place of what was said before. */
export async function rememberLayout(
  trx: LedgerTransaction,
  { fingerprint, mapping, values }: LearntLayout,
  usedAt: string,
): Promise<void> {
  await trx.deleteFrom('importLayout').where('fingerprint', '=', fingerprint).execute()
  await trx
    .insertInto('importLayout')
    .values({ fingerprint, mapping: JSON.stringify(mapping), usedAt })
    .execute()
  if (values.length === 0) return
  await trx
    .insertInto('importValue')
    .values(values.map((value) => ({ fingerprint, ...value })))
    .execute()
}

export async function rememberFile(
  trx: LedgerTransaction,
  importRunId: number,
  sha256: string,
): Promise<void> {
  await trx.insertInto('importFile').values({ importRunId, sha256 }).execute()
}
