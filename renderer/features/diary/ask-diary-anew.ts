import type { QueryClient } from '@tanstack/react-query'

/** What the ledger is asked again once an entry was written, closed or deleted. */
const channels = [
  'diary.list',
  'diary.overview',
  'diary.get',
  'diary.ofResident',
  'diary.openFollowUps',
  'resident.timeline',
]

export function askDiaryAnew(queries: QueryClient): void {
  for (const channel of channels) void queries.invalidateQueries({ queryKey: [channel] })
}
