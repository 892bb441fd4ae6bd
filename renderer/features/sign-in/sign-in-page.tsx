import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { AppState } from '../../../domain/app-state.ts'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { PasswordForm } from './password-form.tsx'
import { PinForm } from './pin-form.tsx'
import { RecoveryForm } from './recovery-form.tsx'
import { useEntering } from '../../ledger/use-entering.ts'
import classes from './sign-in-page.module.css'

interface SignInPageProps {
  readonly state: Extract<AppState, { phase: 'signIn' }>
}

/** Who is at the keyboard: a name, a password, nothing else. */
export function SignInPage({ state }: SignInPageProps) {
  const { locked } = state
  const [way, setWay] = useState<'pin' | 'password' | 'forgot' | 'code'>(
    locked?.hasPin === true ? 'pin' : 'password',
  )
  const openOther = useEntering(
    () => ask('setup.openExisting', {}),
    () => undefined,
  )
  return (
    <main className={classes.page}>
      <Paper withBorder p="xl" className={classes.card}>
        <Stack gap="lg">
          <div>
            <Text className={classes.committee}>{state.committeeName}</Text>
            <Title order={1} size="h2">
              {titleOf(way, locked !== null)}
            </Title>
          </div>
          {state.isKeyFileRepaired && <Alert color="yellow">{signInLabels.keysRepaired}</Alert>}
          {way === 'pin' && locked !== null && (
            <PinForm name={locked.name} onOtherWay={() => setWay('password')} />
          )}
          {way === 'password' && <PasswordForm state={state} onForgot={() => setWay('forgot')} />}
          {way === 'forgot' && (
            <>
              <Text>{signInLabels.forgotText}</Text>
              <Group>
                <Button onClick={() => setWay('password')}>{signInLabels.back}</Button>
                <Button variant="default" onClick={() => setWay('code')}>
                  {signInLabels.useCode}
                </Button>
              </Group>
            </>
          )}
          {way === 'code' && <RecoveryForm staff={state.staff} onBack={() => setWay('password')} />}
          {way === 'password' && locked === null && (
            <div className={classes.foot}>
              <Button
                variant="subtle"
                loading={openOther.isPending}
                onClick={() => openOther.mutate(undefined)}
              >
                {signInLabels.openOther}
              </Button>
              <FailureNotice error={openOther.error} />
            </div>
          )}
        </Stack>
      </Paper>
    </main>
  )
}

function titleOf(way: 'pin' | 'password' | 'forgot' | 'code', isLocked: boolean): string {
  if (way === 'forgot') return signInLabels.forgotTitle
  if (way === 'code') return signInLabels.code.title
  return isLocked ? signInLabels.titleLocked : signInLabels.title
}
