import { FailureError } from '../../domain/failure.ts'
import type { SheetMarks } from '../../domain/import-marks.ts'
import type { Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { inTransaction } from '../transaction.ts'
import { stagedPlan } from './roster-staging.ts'
import { sheetMarks } from './sheet-marks.ts'

/**
 * The faults that a copy of the roster shows its sender, once it stands in the audit trail that the copy leaves.
 * Throws: handleExpired, notFound where the sheet has no faults.
 */
export async function issueCorrectedCopy(ledger: Ledger, handle: string): Promise<SheetMarks[]> {
  const { table, read, plan } = stagedPlan(ledger, handle)
  const sheet = table.sheets[read?.sheetIndex ?? 0]
  if (sheet === undefined || read === undefined) throw new FailureError('handleExpired')
  const marks = sheetMarks(sheet, read.columns, plan.rows, await listOwnFields(ledger.db))
  if (marks.cells.length === 0) throw new FailureError('notFound')
  return inTransaction(ledger, () =>
    Promise.resolve({
      value: [marks],
      entries: [
        {
          action: 'importCopySaved',
          objectType: 'rosterImport',
          detail: { cellCount: marks.cells.length },
        },
      ],
    }),
  )
}

/** Writes down that a copy which was to leave did not. */
export async function recordFailedCopy(ledger: Ledger): Promise<void> {
  await inTransaction(ledger, () =>
    Promise.resolve({
      value: null,
      entries: [{ action: 'listFailed', objectType: 'rosterImport' }] as const,
    }),
  )
}
