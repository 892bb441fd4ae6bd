import type { QueryClient } from '@tanstack/react-query'
import type { ChannelName } from '../../../domain/contract.ts'

/** Everything that shows something of people, their households and their homes. */
const shown = [
  'resident.list',
  'resident.timeline',
  'resident.listRemoved',
  'resident.visits',
  'life.get',
  'claim.ofResident',
  'household.get',
  'building.list',
  'building.page',
  'building.get',
  'building.dwellings',
  'office.summary',
  'visitTask.list',
  'visitRound.get',
  'visitRound.list',
  'app.state',
] as const satisfies readonly ChannelName[]

/** After a change of a person or a household, whatever the screen has of people is asked anew. */
export function askPeopleAnew(queries: QueryClient): void {
  for (const channel of shown) void queries.invalidateQueries({ queryKey: [channel] })
}
