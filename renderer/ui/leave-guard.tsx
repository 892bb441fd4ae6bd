import { useEffect, useState } from 'react'
import { navigate } from 'wouter/use-hash-location'
import { appLabels } from '../../domain/labels/app.zh.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

let isAllowed = false

/** Goes to another page although this one is guarded: right after a save, or when the user said so. */
export function leaveTo(path: string): void {
  isAllowed = true
  // The change is announced before navigate returns, so nothing else can slip through.
  navigate(path)
  isAllowed = false
}

interface LeaveGuardProps {
  /** True while the page holds something that is not saved. */
  readonly isActive: boolean
}

/** Asks before a link or the back key loses what was typed; before closing the window, main asks. */
export function LeaveGuard({ isActive }: LeaveGuardProps) {
  const [wantedPath, setWantedPath] = useState<string | null>(null)

  useEffect(() => {
    if (!isActive) return
    const hold = (event: HashChangeEvent) => {
      if (isAllowed) return
      // The router listens too and must not see a change the user may still refuse.
      event.stopImmediatePropagation()
      history.pushState(null, '', event.oldURL)
      setWantedPath(new URL(event.newURL).hash.slice(1))
    }
    const objectToClosing = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('hashchange', hold, { capture: true })
    window.addEventListener('beforeunload', objectToClosing)
    return () => {
      window.removeEventListener('hashchange', hold, { capture: true })
      window.removeEventListener('beforeunload', objectToClosing)
    }
  }, [isActive])

  const words = appLabels.leave
  return (
    <ConfirmDialog
      isOpen={wantedPath !== null}
      title={words.title}
      text={words.text}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isDangerous
      onCancel={() => setWantedPath(null)}
      onConfirm={() => {
        if (wantedPath !== null) leaveTo(wantedPath)
      }}
    />
  )
}
