import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ChannelInput } from '../../../domain/contract.ts'
import type { RosterKind } from '../../../domain/roster.ts'
import { ask } from '../../ledger/ledger-client.ts'

/** Keeps a kind of roster and shows the list of them anew. */
export function useSaveKind(onSaved: (kind: RosterKind) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: ChannelInput<'rosterKind.save'>) => ask('rosterKind.save', input),
    onSuccess: async (kind) => {
      await queryClient.invalidateQueries({ queryKey: ['rosterKind.list'] })
      onSaved(kind)
    },
  })
}

/** Takes a kind away and shows the list of them anew. */
export function useRemoveKind(onRemoved: () => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (input: ChannelInput<'rosterKind.remove'>) => ask('rosterKind.remove', input),
    onSuccess: onRemoved,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['rosterKind.list'] }),
  })
}
