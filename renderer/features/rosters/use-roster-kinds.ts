import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChannelInput } from '../../../domain/contract.ts'
import type { Roster, RosterKind } from '../../../domain/roster.ts'
import { ask } from '../../ledger/ledger-client.ts'

/** Keeps a kind of roster and shows the list of them anew. */
export function useSaveKind(onSaved: (kind: RosterKind, kept: Roster) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: ChannelInput<'rosterKind.save'>) => ask('rosterKind.save', input),
    // What was saved is remembered before the list of kinds tells of its newer revision.
    onSuccess: (kind, { kind: { roster } }) => {
      onSaved(kind, roster)
      return queryClient.invalidateQueries({ queryKey: ['rosterKind.list'] })
    },
  })
}

/** Takes a kind away and shows the list of them anew. */
export function useRemoveKind() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: ChannelInput<'rosterKind.remove'>) => ask('rosterKind.remove', input),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['rosterKind.list'] }),
  })
}
