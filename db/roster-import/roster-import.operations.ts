import type { ChannelInput, ChannelOutput } from '../../domain/contract.ts'
import { FailureError } from '../../domain/failure.ts'
import { readSheet } from '../../domain/roster-import/read-sheet.ts'
import type { Ledger } from '../ledger.ts'
import type { LedgerOperations } from '../ledger-operations.ts'
import { applyImport } from './apply-import.service.ts'
import { lastImport } from './import-run.queries.ts'
import { planImport, previewRow } from './plan-import.ts'
import { stagedPlan, stagedRoster } from './roster-staging.ts'
import { undoLastImport } from './undo-import.service.ts'

/** What the ledger answers about importing a roster. */
export const rosterImportOperations = {
  'import.preview': preview,
  'import.rows': async (ledger, { handle, verdict, offset, limit }) => {
    const { plan } = stagedPlan(ledger, handle)
    const rows = verdict === null ? plan.rows : plan.rows.filter((row) => row.verdict === verdict)
    return { totalCount: rows.length, rows: rows.slice(offset, offset + limit).map(previewRow) }
  },
  'import.apply': async (ledger, { handle }, context) => {
    const { fileName, plan, isApplied } = stagedPlan(ledger, handle)
    if (isApplied) throw new FailureError('handleExpired')
    const run = await applyImport(ledger, fileName, plan, context)
    stagedRoster(ledger, handle).isApplied = true
    return run
  },
  'import.last': (ledger) => lastImport(ledger),
  'import.undoLast': (ledger) => undoLastImport(ledger),
} satisfies LedgerOperations<
  'import.preview' | 'import.rows' | 'import.apply' | 'import.last' | 'import.undoLast'
>

async function preview(
  ledger: Ledger,
  { handle, sheetIndex, mapping }: ChannelInput<'import.preview'>,
): Promise<ChannelOutput<'import.preview'>> {
  const roster = stagedRoster(ledger, handle)
  const sheet = roster.table.sheets[sheetIndex]
  if (sheet === undefined) throw new FailureError('notFound', 'sheetIndex')
  const reading = readSheet(sheet, mapping, ledger.clock.todayOn())
  roster.plan = await planImport(ledger, reading.rows)
  roster.isApplied = false
  return {
    handle,
    sheetIndex,
    headerRowNumber: reading.headerRowNumber,
    columns: [...reading.columns],
    counts: roster.plan.counts,
    hiddenRowCount: reading.hiddenRowCount,
  }
}
