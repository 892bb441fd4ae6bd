import { findHeader } from '../../domain/roster-import/find-header.ts'
import { matchColumns } from '../../domain/roster-import/match-columns.ts'
import type { RosterSheet, RosterTable } from '../../domain/roster-import/roster-table.ts'
import type { ImportFile } from '../../domain/roster-import.ts'
import type { Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { knownLayout, layoutFingerprint } from './import-memory.queries.ts'

/** Which sheets of a file have the same headings, and which are no rosters: those with nothing that names people. */
export async function sheetLayouts(ledger: Ledger, { sheets }: RosterTable): Promise<ImportFile['sheets']> {
  const ownFields = await listOwnFields(ledger.db)
  const fingerprints = sheets.map(layoutFingerprint)
  const layoutOf = async (sheet: RosterSheet, fingerprint: string | null) => {
    if (fingerprint === null) return null
    const { headers, lastRow } = findHeader(sheet)
    const known = await knownLayout(ledger, fingerprint)
    const columns = known?.mapping ?? matchColumns(headers, sheet.rows.slice(lastRow + 1), null, ownFields)
    return columns.some(({ field }) => field === 'name') ? fingerprints.indexOf(fingerprint) : null
  }
  const described: ImportFile['sheets'] = []
  for (const [index, sheet] of sheets.entries()) {
    const layout = await layoutOf(sheet, fingerprints[index] ?? null)
    described.push({ name: sheet.name, rowCount: sheet.rows.length, layout })
  }
  return described
}
