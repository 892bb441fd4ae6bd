import type { PopulationPaper, PopulationRequest } from '../../domain/population-paper.ts'
import { committeeIn } from '../committee/committee.queries.ts'
import type { Ledger } from '../ledger.ts'
import { populationSheet } from './population-sheet.queries.ts'
import { getSubmittedSheet } from './submitted-sheet.queries.ts'

/** The sheet as it is printed. Throws: invalidInput, notFound. */
export async function populationPaper(
  ledger: Ledger,
  { sheet }: PopulationRequest,
): Promise<Omit<PopulationPaper, 'stamp'>> {
  const { committeeName } = await committeeIn(ledger.db)
  const head = { committeeName, printedOn: ledger.clock.todayOn() }
  if (!('submittedId' in sheet)) return { ...head, kept: null, sheet: await populationSheet(ledger, sheet) }
  const { name, note, madeAt, staffName, ...kept } = await getSubmittedSheet(ledger, sheet.submittedId)
  return { ...head, kept: { name, note, madeAt, staffName }, sheet: kept.sheet }
}
