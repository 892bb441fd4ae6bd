import { FailureError } from '../../domain/failure.ts'
import { findHeader, isPersonRow } from '../../domain/roster-import/find-header.ts'
import { matchColumns } from '../../domain/roster-import/match-columns.ts'
import { readRow, type RosterRow } from '../../domain/roster-import/read-row.ts'
import type { RosterTable, SheetCell } from '../../domain/roster-import/roster-table.ts'
import type { ImportColumn, ImportMapping } from '../../domain/roster-import.ts'
import type { CalendarDate } from '../../domain/calendar-date.ts'
import type { Ledger } from '../ledger.ts'
import type { ImportPlan } from './plan-import.ts'

interface StagedRoster {
  readonly handle: string
  readonly fileName: string
  readonly table: RosterTable
  plan: ImportPlan | undefined
}

/** Per open ledger the roster chosen last; a newer one takes its place. */
const staged = new WeakMap<Ledger, StagedRoster>()

/** Keeps a roster that was read until it is imported or another one is chosen. */
export async function stageRoster(
  ledger: Ledger,
  roster: { readonly handle: string; readonly fileName: string; readonly table: RosterTable },
): Promise<Record<string, never>> {
  staged.set(ledger, { ...roster, plan: undefined })
  return Promise.resolve({})
}

/** The roster behind a handle. Throws: handleExpired. */
export function stagedRoster(ledger: Ledger, handle: string): StagedRoster {
  const roster = staged.get(ledger)
  if (roster?.handle !== handle) throw new FailureError('handleExpired')
  return roster
}

/** The plan made for a handle. Throws: handleExpired. */
export function stagedPlan(
  ledger: Ledger,
  handle: string,
): { readonly fileName: string; readonly plan: ImportPlan } {
  const { fileName, plan } = stagedRoster(ledger, handle)
  if (plan === undefined) throw new FailureError('handleExpired')
  return { fileName, plan }
}

export interface ReadSheet {
  readonly headerRowNumber: number
  readonly columns: readonly ImportColumn[]
  readonly rows: readonly RosterRow[]
}

/** The people of one sheet by the columns chosen, or by those found. Throws: notFound. */
export function readSheet(
  table: RosterTable,
  sheetIndex: number,
  mapping: ImportMapping | null,
  todayOn: CalendarDate,
): ReadSheet {
  const sheet = table.sheets[sheetIndex]
  if (sheet === undefined) throw new FailureError('notFound', 'sheetIndex')
  const header = findHeader(sheet)
  const firstDataRow = header.lastRow + 1
  const data: readonly (readonly SheetCell[])[] = sheet.rows.slice(firstDataRow)
  const columns = matchColumns(header.headers, data, mapping)
  const chosen = columns.map(({ index, field }) => ({ index, field }))
  const rows = data.flatMap((cells, index) =>
    isPersonRow(cells, header) ? [readRow(firstDataRow + index + 1, cells, chosen, todayOn)] : [],
  )
  return { headerRowNumber: header.lastRow + 1, columns, rows }
}
