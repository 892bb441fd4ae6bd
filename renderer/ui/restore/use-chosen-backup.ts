import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ChosenBackup } from '../../../domain/backup.ts'
import type { RestoreChannels } from './restore-channels.ts'

/** Takes a backup in hand: one of the list by its name, or with null a file the system's dialog asks for. */
export function useChosenBackup(channels: RestoreChannels) {
  const [chosen, setChosen] = useState<ChosenBackup | null>(null)
  const choosing = useMutation({
    mutationFn: (id: string | null) => channels.choose(id),
    onSuccess: setChosen,
  })
  return {
    chosen,
    choose: (id: string | null) => choosing.mutate(id),
    isChoosing: choosing.isPending,
    error: choosing.error,
    letGo: () => setChosen(null),
  }
}
