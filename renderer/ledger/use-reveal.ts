import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Revealed } from '../../domain/resident-view.ts'
import { type RevealGroup, type RevealReason, revealedForMs } from '../../domain/reveal.ts'
import { ask } from './ledger-client.ts'

/** Asks for what is masked of one person and forgets it again after a while, unless it is being changed. */
export function useReveal<G extends RevealGroup>(residentId: number, group: G, isHeld = false) {
  const [revealed, setRevealed] = useState<Extract<Revealed, { group: G }> | null>(null)

  useEffect(() => {
    if (revealed === null || isHeld) return
    const timer = setTimeout(() => setRevealed(null), revealedForMs)
    return () => clearTimeout(timer)
  }, [revealed, isHeld])

  const asking = useMutation({
    mutationFn: (reason: RevealReason) => ask('resident.reveal', { id: residentId, group, reason }),
    // Main answers with the group that was asked for.
    onSuccess: (value) => setRevealed(value as Extract<Revealed, { group: G }>),
    gcTime: 0,
  })

  return {
    revealed,
    hide: () => {
      setRevealed(null)
      asking.reset()
    },
    ask: (reason: RevealReason, onShown: () => void) => asking.mutate(reason, { onSuccess: onShown }),
    isAsking: asking.isPending,
    error: asking.error,
    forgetError: asking.reset,
  }
}
