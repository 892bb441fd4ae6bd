import { createDeskStore } from '../../ledger/desk-store.ts'
import { type TablePlace, topPlace } from '../../ui/table-place.ts'

interface BuildingsStore {
  readonly place: TablePlace
  /** What was done on the page before, for the page that follows it. */
  readonly notice: string | null
}

/** What the list of buildings remembers while other pages are open. */
export const useBuildingsStore = createDeskStore<BuildingsStore>(() => ({ place: topPlace, notice: null }))

export function rememberBuildingPlace(place: TablePlace): void {
  useBuildingsStore.setState({ place })
}

export function rememberBuildingNotice(notice: string | null): void {
  useBuildingsStore.setState({ notice })
}
