import { useEffect, useEffectEvent } from 'react'
import { isComposing } from '../composing.ts'

/** Ctrl+S saves, wherever on the page the focus is. */
export function useSaveKey(onSave: () => void): void {
  const save = useEffectEvent(onSave)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 's' || isComposing(event)) return
      event.preventDefault()
      save()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
