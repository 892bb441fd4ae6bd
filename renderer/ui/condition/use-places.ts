import { useQuery } from '@tanstack/react-query'
import type { PlaceField } from '../../../domain/condition-field.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'

interface Place {
  readonly id: number
  readonly name: string
}

/** The places of each kind that people can be found by. */
export function usePlaceChoices(): Readonly<Record<PlaceField, readonly Place[]>> {
  const buildings = useQuery(ledgerQuery('building.list', {}))
  const residentGroups = useQuery(ledgerQuery('register.choices', { of: 'residentGroup' }))
  const grids = useQuery(ledgerQuery('register.choices', { of: 'grid' }))
  return {
    building: buildings.data ?? [],
    residentGroup: residentGroups.data ?? [],
    grid: grids.data ?? [],
  }
}

/** What those places are called, by the code a condition has for them. */
export function usePlaceNames(): Readonly<Record<PlaceField, Readonly<Record<string, string>>>> {
  const { building, residentGroup, grid } = usePlaceChoices()
  const named = (places: readonly Place[]) =>
    Object.fromEntries(places.map(({ id, name }) => [String(id), name]))
  return { building: named(building), residentGroup: named(residentGroup), grid: named(grid) }
}
