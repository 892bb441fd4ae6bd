import type { AuditFilter } from '../../../domain/audit-view.ts'
import { createDeskStore } from '../../ledger/desk-store.ts'
import { type TablePlace, topPlace } from '../../ui/table-place.ts'

export const noAuditFilter: AuditFilter = {
  staffId: null,
  action: null,
  objectType: null,
  fromOn: null,
  toOn: null,
  isTroubleOnly: false,
}

interface AuditStore {
  readonly filter: AuditFilter
  /** Where the reader left the list; followed only when the page is opened again. */
  readonly place: TablePlace
}

/** What the page of records remembers while other pages are open. */
export const useAuditStore = createDeskStore<AuditStore>(() => ({ filter: noAuditFilter, place: topPlace }))

export function changeAuditFilter(change: Partial<AuditFilter>): void {
  useAuditStore.setState(({ filter }) => ({ filter: { ...filter, ...change }, place: topPlace }))
}

export function rememberAuditPlace(place: TablePlace): void {
  useAuditStore.setState({ place })
}
