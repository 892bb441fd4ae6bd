import type { DuplicateCertainty } from '../../../domain/duplicate.ts'
import { createDeskStore } from '../../ledger/desk-store.ts'
import { type TablePlace, topPlace } from '../../ui/table-place.ts'

interface DuplicatesStore {
  readonly certainty: DuplicateCertainty | null
  /** Where the reader left the list of pairs. */
  readonly place: TablePlace
  /** What was done with the pair that was looked at last; the list says it. */
  readonly notice: string | null
}

const start: DuplicatesStore = { certainty: null, place: topPlace, notice: null }

/** What the list of pairs remembers while one of them is looked at. */
export const useDuplicatesStore = createDeskStore<DuplicatesStore>(() => start)

export function chooseCertainty(certainty: DuplicateCertainty | null): void {
  useDuplicatesStore.setState({ certainty, place: topPlace, notice: null })
}

export function rememberPlace(place: TablePlace): void {
  useDuplicatesStore.setState({ place })
}

export function rememberNotice(notice: string | null): void {
  useDuplicatesStore.setState({ notice })
}
