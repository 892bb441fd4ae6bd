import type { ResidentFilter } from '../../domain/resident.ts'
import { createDeskStore } from './desk-store.ts'

interface HandedFilter {
  /** Whom the list of residents was narrowed to when a roster of them was asked for. */
  readonly filter: ResidentFilter | null
}

/** A filter on its way from one page to another. */
export const useHandedFilter = createDeskStore<HandedFilter>(() => ({ filter: null }))

export function handFilter(filter: ResidentFilter | null): void {
  useHandedFilter.setState({ filter })
}
