import type { LedgerOperations } from '../ledger-operations.ts'
import { figureRows } from './figure-rows.queries.ts'
import { figureYears, visitFigures } from './visit-figures.queries.ts'

/** What the ledger answers about the figures of visits. */
export const visitFigureOperations = {
  'visitFigure.sheet': visitFigures,
  'visitFigure.years': (ledger) => figureYears(ledger),
  'visitFigure.rows': figureRows,
} satisfies LedgerOperations<'visitFigure.sheet' | 'visitFigure.years' | 'visitFigure.rows'>
