import { createDeskStore } from '../../ledger/desk-store.ts'
import { type TablePlace, topPlace } from '../../ui/table-place.ts'

/** What the list of buildings remembers while other pages are open. */
export const useBuildingsStore = createDeskStore<{ readonly place: TablePlace }>(() => ({ place: topPlace }))

export function rememberBuildingPlace(place: TablePlace): void {
  useBuildingsStore.setState({ place })
}
