import type { ResidentFilter } from './resident.ts'

// Apart from the schema, because the first screen asks for this list and parses nothing.

/** Everybody who is here, in walking order. */
export const noFilter: ResidentFilter = {
  search: '',
  buildingId: null,
  careTag: null,
  ageBand: null,
  presence: 'here',
  condition: null,
  sort: 'address',
}
