import type { SheetPeriod } from '../../../domain/population-sheet.ts'
import { createDeskStore } from '../../ledger/desk-store.ts'

interface CountsStore {
  /** Null until somebody asks for figures. */
  readonly period: SheetPeriod | null
  /** The kept sheet that is looked at instead; null for the figures of now. */
  readonly frozenId: number | null
}

/** What the page of counts remembers while the people behind a figure are looked at. */
export const useCountsStore = createDeskStore<CountsStore>(() => ({ period: null, frozenId: null }))

export function choosePeriod(period: SheetPeriod): void {
  useCountsStore.setState({ period, frozenId: null })
}

export function lookAtKept(frozenId: number | null): void {
  useCountsStore.setState({ frozenId })
}
