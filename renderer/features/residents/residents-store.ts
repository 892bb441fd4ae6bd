import { create } from 'zustand'
import { noFilter } from '../../../domain/no-filter.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import { type TablePlace, topPlace } from '../../ui/table-place.ts'

interface ResidentsStore {
  readonly filter: ResidentFilter
  /** Where the reader left the list; followed only when the list is opened again. */
  readonly place: TablePlace
  /** True once somebody was opened from the list, so that coming back lands on that row. */
  readonly isReturning: boolean
  /** What the next resident's page says first. */
  readonly notice: string | null
}

const start: ResidentsStore = { filter: noFilter, place: topPlace, isReturning: false, notice: null }

/** What the residents list remembers while other pages are open. */
export const useResidentsStore = create<ResidentsStore>()(() => start)

export function changeFilter(change: Partial<ResidentFilter>): void {
  useResidentsStore.setState(({ filter }) => ({ filter: { ...filter, ...change }, place: topPlace }))
}

export function rememberPlace(place: TablePlace): void {
  useResidentsStore.setState({ place })
}

export function rememberOpening(isReturning: boolean): void {
  useResidentsStore.setState({ isReturning })
}

export function rememberNotice(notice: string | null): void {
  useResidentsStore.setState({ notice })
}
