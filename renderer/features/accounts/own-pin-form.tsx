import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { staffLabels } from '../../../domain/labels/staff.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SuccessNotice } from '../../ui/success-notice.tsx'

const words = staffLabels.own
const schema = z.strictObject({ pin: z.string(), repeat: z.string(), password: z.string().min(1) })
type Values = z.infer<typeof schema>
const blank: Values = { pin: '', repeat: '', password: '' }

interface OwnPinFormProps {
  readonly hasPin: boolean
}

/** The short way back to a covered desk. */
export function OwnPinForm({ hasPin }: OwnPinFormProps) {
  const queries = useQueryClient()
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: blank,
    resolver: schemaResolver<Values, Values>(schema, {
      labels: { password: words.oldPassword },
      furtherProblems: pinProblems,
    }),
  })
  const saving = useMutation({
    mutationFn: ({ password, pin }: { password: string; pin: string | null }) =>
      ask('staff.setOwnPin', { password, pin: pin === null ? null : pin.normalize('NFKC') }),
    onSuccess: (staff) => {
      form.reset(blank)
      queries.setQueryData(appStateQuery.queryKey, (state) =>
        state?.phase === 'ready' ? { ...state, hasPin: staff.hasPin } : state,
      )
    },
    onError: (error) => markFailure(form, failureOf(error)),
  })
  const remove = () => {
    const password = form.getValues('password')
    if (password === '') void form.trigger('password', { shouldFocus: true })
    else saving.mutate({ password, pin: null })
  }
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.pinTitle}>
      <FormFrame
        label={words.pinTitle}
        onSubmit={() => void form.handleSubmit(({ pin, password }) => saving.mutate({ pin, password }))()}
      >
        <Stack gap="md">
          <Title order={2} size="h4">
            {words.pinTitle}
          </Title>
          <Text>{words.pinHelp}</Text>
          <Text fw={600}>{hasPin ? words.hasPin : words.hasNoPin}</Text>
          <FormFailure form={form} />
          <PasswordField control={form.control} name="pin" label={words.pin} isNew isRequired />
          <PasswordField control={form.control} name="repeat" label={words.pinRepeat} isNew isRequired />
          <PasswordField control={form.control} name="password" label={words.oldPassword} isRequired />
          <Group gap="md">
            <Button type="submit" loading={saving.isPending}>
              {words.setPin}
            </Button>
            {hasPin && (
              <Button variant="default" disabled={saving.isPending} onClick={remove}>
                {words.removePin}
              </Button>
            )}
          </Group>
          <SuccessNotice sentence={saving.isSuccess ? savedSentence(saving.data.hasPin) : null} />
        </Stack>
      </FormFrame>
    </Paper>
  )
}

function savedSentence(hasPin: boolean): string {
  return hasPin ? words.pinSaved : words.pinRemoved
}

function pinProblems({ pin, repeat }: Values): Record<string, string> {
  // Digits of an input method are the same digits.
  if (!/^\d{6}$/.test(pin.normalize('NFKC'))) return { pin: words.pinFormat }
  return pin === repeat ? {} : { repeat: words.pinDiffers }
}
