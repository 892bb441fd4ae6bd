import { rosterKindSchema, type RosterKind } from '../../domain/roster.ts'
import type { LedgerReader } from '../ledger.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** The office's own kinds of roster, by name; one that this version can't read is left out and stays as it is. */
export async function listRosterKinds(db: LedgerReader | LedgerTransaction): Promise<RosterKind[]> {
  const rows = await db
    .selectFrom('rosterKind')
    .select(['id', 'name', 'content', 'revision'])
    .orderBy('name')
    .execute()
  return rows.flatMap(({ content, ...kind }) => {
    const parsed = rosterKindSchema.safeParse({ ...kind, roster: JSON.parse(content) as unknown })
    return parsed.success ? [parsed.data] : []
  })
}

/** Whether another kind than this one has the name. */
export async function isRosterNameTaken(
  db: LedgerTransaction,
  name: string,
  exceptId: number | null,
): Promise<boolean> {
  const found = await db
    .selectFrom('rosterKind')
    .select('id')
    .where('name', '=', name)
    .where('id', '!=', exceptId ?? 0)
    .executeTakeFirst()
  return found !== undefined
}
