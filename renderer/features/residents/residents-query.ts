import { noFilter } from '../../../domain/no-filter.ts'
import type { ResidentFilter, ResidentRow } from '../../../domain/resident.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { type FetchRows, rowWindowQuery } from '../../ui/row-window.ts'

/** Names the list a filter makes. */
export function residentListKey(filter: ResidentFilter): readonly unknown[] {
  return ['resident.list', filter]
}

/** Reads one window of the list a filter makes. */
export function fetchResidents(filter: ResidentFilter): FetchRows<ResidentRow> {
  return (offset, limit) => ask('resident.list', { filter, offset, limit })
}

/** What the list asks first when the app opens. */
export const firstResidentsQuery = rowWindowQuery(residentListKey(noFilter), fetchResidents(noFilter), 0)
