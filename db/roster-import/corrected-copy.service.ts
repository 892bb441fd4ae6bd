import { FailureError } from '../../domain/failure.ts'
import type { SheetMarks } from '../../domain/import-marks.ts'
import type { Ledger } from '../ledger.ts'
import { listOwnFields } from '../own-field/own-field.queries.ts'
import { inTransaction } from '../transaction.ts'
import { stagedPlan } from './roster-staging.ts'
import { sheetMarks } from './sheet-marks.ts'

/**
 * The faults that a copy of the roster shows its sender, once it stands in the audit trail that the copy leaves.
 * Throws: handleExpired, notFound where the sheets have no faults.
 */
export async function issueCorrectedCopy(ledger: Ledger, handle: string): Promise<SheetMarks[]> {
  const { read, plan } = stagedPlan(ledger, handle)
  if (read === undefined) throw new FailureError('handleExpired')
  const marks = sheetMarks(read.sheets, read.columns, plan.rows, await listOwnFields(ledger.db))
  if (marks.length === 0) throw new FailureError('notFound')
  return inTransaction(ledger, () =>
    Promise.resolve({
      value: marks,
      entries: [
        {
          action: 'importCopySaved',
          objectType: 'rosterImport',
          detail: { cellCount: marks.reduce((count, { cells }) => count + cells.length, 0) },
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
