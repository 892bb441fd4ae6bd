import { Button, Group, Paper, Stack, Title } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { staffLabels } from '../../../domain/labels/staff.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { NewPasswordFields, newPasswordProblems } from '../../ui/form/new-password-fields.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SuccessNotice } from '../../ui/success-notice.tsx'

const words = staffLabels.own
const schema = z.strictObject({ oldPassword: z.string().min(1), password: z.string(), repeat: z.string() })
type Values = z.infer<typeof schema>
const blank: Values = { oldPassword: '', password: '', repeat: '' }

/** One's own password, with the old one asked first. */
export function OwnPasswordForm() {
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: blank,
    resolver: schemaResolver<Values, Values>(schema, {
      labels: { oldPassword: words.oldPassword },
      furtherProblems: newPasswordProblems,
    }),
  })
  const changing = useMutation({
    mutationFn: ({ oldPassword, password }: Values) =>
      ask('staff.changeOwnPassword', { oldPassword, password }),
    onSuccess: () => form.reset(blank),
    onError: (error) => {
      const failure = failureOf(error)
      // What is wrong with the password in force belongs to its own field.
      const isOld = failure.code === 'passwordWrong' || failure.code === 'tooManyTries'
      markFailure(form, isOld ? { ...failure, field: 'oldPassword' } : failure)
    },
  })
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.passwordTitle}>
      <FormFrame
        label={words.passwordTitle}
        onSubmit={() => void form.handleSubmit((values) => changing.mutate(values))()}
      >
        <Stack gap="md">
          <Title order={2} size="h4">
            {words.passwordTitle}
          </Title>
          <FormFailure form={form} />
          <PasswordField control={form.control} name="oldPassword" label={words.oldPassword} isRequired />
          <NewPasswordFields form={form} label={words.newPassword} />
          <Group gap="md">
            <Button type="submit" loading={changing.isPending}>
              {words.changePassword}
            </Button>
            <SuccessNotice sentence={changing.isSuccess ? words.passwordChanged : null} />
          </Group>
        </Stack>
      </FormFrame>
    </Paper>
  )
}
