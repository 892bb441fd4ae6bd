import type { LedgerOperations } from '../ledger-operations.ts'
import { populationRows, populationSheet } from './population-sheet.queries.ts'
import { getSubmittedSheet, listSubmittedSheets } from './submitted-sheet.queries.ts'
import { submitSheet } from './submitted-sheet.service.ts'

/** What the ledger answers about the standard counts. */
export const countOperations = {
  'count.sheet': populationSheet,
  'count.rows': populationRows,
  'count.submit': submitSheet,
  'count.submitted': (ledger) => listSubmittedSheets(ledger),
  'count.getSubmitted': (ledger, { id }) => getSubmittedSheet(ledger, id),
} satisfies LedgerOperations<
  'count.sheet' | 'count.rows' | 'count.submit' | 'count.submitted' | 'count.getSubmitted'
>
