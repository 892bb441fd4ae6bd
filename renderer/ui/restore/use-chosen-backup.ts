import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ChosenBackup } from '../../../domain/backup.ts'
import type { RestoreChannels } from './restore-channels.ts'

/** Takes a backup in hand: one of the list by its name, or with null a file the system's dialog asks for. */
export function useChosenBackup(channels: RestoreChannels) {
  const [chosen, setChosen] = useState<ChosenBackup | null>(null)
  const opener = useRef<HTMLElement>(null)
  const choosing = useMutation({
    mutationFn: (id: string | null) => channels.choose(id),
    onSuccess: setChosen,
  })
  return {
    chosen,
    choose: (id: string | null) => {
      // It is switched off while the backup is fetched and loses the focus by that.
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
      choosing.mutate(id)
    },
    /** The button that asked for it. */
    opener,
    isChoosing: choosing.isPending,
    error: choosing.error,
    letGo: () => setChosen(null),
  }
}
