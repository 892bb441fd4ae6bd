import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { AppState } from '../../../domain/app-state.ts'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { samplePassword } from '../../../domain/sample-account.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { StaffNames } from './staff-names.tsx'
import { useEntering } from '../../ledger/use-entering.ts'

const schema = z.strictObject({ staffId: z.int().nullable(), password: z.string().min(1) })
type Values = z.infer<typeof schema>

interface PasswordFormProps {
  readonly state: Extract<AppState, { phase: 'signIn' }>
  readonly onForgot: () => void
}

/** Pick your name, type your password. */
export function PasswordForm({ state: { staff, locked, isSample }, onForgot }: PasswordFormProps) {
  const [first] = staff
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: {
      staffId: locked?.staffId ?? first?.staffId ?? null,
      password: isSample ? samplePassword : '',
    },
    resolver: schemaResolver<Values, Values>(schema, { labels: { password: signInLabels.password } }),
  })
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  useEffect(() => {
    if (secondsLeft === null) return
    form.setError('password', { message: signInLabels.seconds(String(secondsLeft)) })
    const timer = setTimeout(() => {
      if (secondsLeft <= 1) form.clearErrors('password')
      setSecondsLeft(secondsLeft <= 1 ? null : secondsLeft - 1)
    }, 1000)
    return () => clearTimeout(timer)
  }, [form, secondsLeft])
  const signIn = useEntering(
    ({ staffId, password }: { staffId: number; password: string }) =>
      ask('staff.signIn', { staffId, password }),
    (error) => {
      const failure = failureOf(error)
      markFailure(form, failure)
      // Typing goes on in its place.
      form.setFocus('password', { shouldSelect: true })
      if (failure.code === 'tooManyTries' && failure.detail !== undefined) {
        setSecondsLeft(Number(failure.detail))
      }
    },
  )
  const submit = () =>
    void form.handleSubmit(({ staffId, password }) => {
      if (staffId !== null) signIn.mutate({ staffId, password })
    })()
  if (first === undefined) return <Text>{signInLabels.noStaff}</Text>
  return (
    <FormFrame label={signInLabels.title} onSubmit={submit}>
      <Stack gap="lg">
        <FormFailure form={form} />
        {locked !== null && <Text>{signInLabels.lockedText(locked.name)}</Text>}
        {isSample && <Text>{signInLabels.sampleText}</Text>}
        <StaffNames
          control={form.control}
          staff={staff}
          legend={signInLabels.who}
          onPicked={() => form.setFocus('password')}
        />
        <PasswordField
          control={form.control}
          name="password"
          label={signInLabels.password}
          isFirst
          isRequired
        />
        <Group gap="md">
          <Button type="submit" size="lg" loading={signIn.isPending}>
            {submitLabel(isSample, locked !== null)}
          </Button>
          {!isSample && (
            <Button size="lg" variant="subtle" onClick={onForgot}>
              {signInLabels.forgot}
            </Button>
          )}
        </Group>
        <div role="status">{signIn.isPending ? signInLabels.waiting : ''}</div>
      </Stack>
    </FormFrame>
  )
}

function submitLabel(isSample: boolean, isLocked: boolean): string {
  if (isLocked) return signInLabels.unlock
  return isSample ? signInLabels.enterSample : signInLabels.submit
}
