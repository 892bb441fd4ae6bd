import { create } from 'zustand'
import { type TablePlace, topPlace } from '../../ui/table-place.ts'

/** What the list of buildings remembers while other pages are open. */
export const useBuildingsStore = create<{ readonly place: TablePlace }>()(() => ({ place: topPlace }))

export function rememberBuildingPlace(place: TablePlace): void {
  useBuildingsStore.setState({ place })
}
