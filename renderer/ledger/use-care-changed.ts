import { useQueryClient } from '@tanstack/react-query'
import type { ChannelName } from '../../domain/contract.ts'

/** What tells of claims and contacts. */
const told: readonly ChannelName[] = [
  'claim.board',
  'claim.elders',
  'claim.ofResident',
  'claimant.list',
  'contact.list',
  'contact.counts',
  'resident.timeline',
]

/** Has everything asked anew that tells of claims and telephone greetings. */
export function useCareChanged(): () => void {
  const queries = useQueryClient()
  return () => {
    for (const channel of told) void queries.invalidateQueries({ queryKey: [channel] })
  }
}
