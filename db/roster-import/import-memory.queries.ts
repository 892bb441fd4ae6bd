import { createHash } from 'node:crypto'
import { importValueSchema, type ImportValue } from '../../domain/import-report.ts'
import { findHeader } from '../../domain/roster-import/find-header.ts'
import { headerKey } from '../../domain/roster-import/match-columns.ts'
import type { RosterSheet } from '../../domain/roster-import/roster-table.ts'
import {
  importMappingSchema,
  importRunSchema,
  type ImportMapping,
  type ImportRun,
} from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'

/** What a clerk has said about a layout when a list of it was imported last. */
export interface KnownLayout {
  readonly mapping: ImportMapping
  readonly values: readonly ImportValue[]
  readonly usedAt: string
}

/** Tells sheets of one layout from all others by their headers; null for a sheet without one. */
export function layoutFingerprint(sheet: RosterSheet): string | null {
  const { lastRow, headers } = findHeader(sheet)
  if (lastRow < 0) return null
  const keys = headers.map(headerKey)
  const used = keys.slice(0, keys.findLastIndex((key) => key !== '') + 1)
  return createHash('sha256').update(JSON.stringify(used)).digest('hex')
}

export async function knownLayout(ledger: Ledger, fingerprint: string | null): Promise<KnownLayout | null> {
  if (fingerprint === null) return null
  const layout = await ledger.db
    .selectFrom('importLayout')
    .select(['mapping', 'usedAt'])
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  if (layout === undefined) return null
  const values = await ledger.db
    .selectFrom('importValue')
    .select(['field', 'text', 'code'])
    .where('fingerprint', '=', fingerprint)
    .orderBy('field')
    .orderBy('text')
    .execute()
  const mapping = importMappingSchema.safeParse(JSON.parse(layout.mapping))
  // A field that an older version knew says nothing any more.
  if (!mapping.success) return null
  const known = values.flatMap((value) => importValueSchema.safeParse(value).data ?? [])
  return { mapping: mapping.data, values: known, usedAt: layout.usedAt }
}

/** The last import of this very file that still stands. */
export async function importOfFile(
  ledger: Pick<Ledger, 'db'>,
  sha256: string | null,
): Promise<ImportRun | null> {
  if (sha256 === null) return null
  const run = await ledger.db
    .selectFrom('importFile')
    .innerJoin('importRun', 'importRun.id', 'importFile.importRunId')
    .selectAll('importRun')
    .where('sha256', '=', sha256)
    .where('undoneAt', 'is', null)
    .orderBy('importRun.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return run === undefined ? null : importRunSchema.parse(run)
}
