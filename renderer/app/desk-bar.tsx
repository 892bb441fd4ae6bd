import { Button } from '@mantine/core'
import { IconLock, IconLogout, IconUserCircle } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { Link } from 'wouter'
import { signInLabels } from '../../domain/labels/sign-in.zh.ts'
import { roleLabels } from '../../domain/labels/staff.zh.ts'
import type { Actor } from '../../domain/staff.ts'
import { ask } from '../ledger/ledger-client.ts'
import { isComposing } from '../ui/composing.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import classes from './desk-bar.module.css'

const words = signInLabels.account

interface DeskBarProps {
  readonly actor: Actor
}

/** Who is at the desk, and how to cover or leave it; another window takes this one's place then. */
export function DeskBar({ actor }: DeskBarProps) {
  const covering = useMutation({ mutationFn: () => ask('staff.lock', {}) })
  const leaving = useMutation({ mutationFn: () => ask('staff.signOut', {}) })
  useLockKey(() => covering.mutate())
  return (
    <div className={classes.bar}>
      <Link
        href="/settings/me"
        className={classes.who}
        title={words.ownHint}
        aria-label={words.signedIn(actor.name, roleLabels[actor.role])}
      >
        <IconUserCircle aria-hidden="true" />
        <strong>{actor.name}</strong>
        <span className={classes.role}>{roleLabels[actor.role]}</span>
      </Link>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconLock aria-hidden="true" />}
        title={words.lockHint}
        aria-keyshortcuts="Control+L"
        loading={covering.isPending}
        onClick={() => covering.mutate()}
      >
        {words.lock}
      </Button>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconLogout aria-hidden="true" />}
        title={words.signOutHint}
        loading={leaving.isPending}
        onClick={() => leaving.mutate()}
      >
        {words.signOut}
      </Button>
      <FailureNotice error={covering.error ?? leaving.error} />
    </div>
  )
}

/** Ctrl+L covers the desk from anywhere, so that a visitor at the counter sees nothing. */
function useLockKey(onLock: () => void): void {
  const lock = useEffectEvent(onLock)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.key.toLowerCase() !== 'l' || isComposing(event)) return
      event.preventDefault()
      lock()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}
