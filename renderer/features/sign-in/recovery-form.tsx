import { Button, Group, Stack, Text } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import type { StaffName } from '../../../domain/staff.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { NewPasswordFields, newPasswordProblems } from '../../ui/form/new-password-fields.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { markCodeFailure } from '../../ui/form/code-failure.ts'
import { StaffNames } from './staff-names.tsx'
import { useEntering } from '../../ledger/use-entering.ts'

const words = signInLabels.code
const schema = z.strictObject({
  recoveryCode: z.string().trim().min(1),
  staffId: z.int().nullable(),
  password: z.string(),
  repeat: z.string(),
})
type Values = z.infer<typeof schema>

interface RecoveryFormProps {
  readonly staff: readonly StaffName[]
  readonly onBack: () => void
}

/** For a director who forgot the password: the printed code and a new one. */
export function RecoveryForm({ staff, onBack }: RecoveryFormProps) {
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: { recoveryCode: '', staffId: staff[0]?.staffId ?? null, password: '', repeat: '' },
    resolver: schemaResolver<Values, Values>(schema, {
      labels: { recoveryCode: words.field },
      furtherProblems: newPasswordProblems,
    }),
  })
  const entering = useEntering(
    ({ recoveryCode, staffId, password }: { recoveryCode: string; staffId: number; password: string }) =>
      ask('staff.signInWithCode', { recoveryCode, staffId, password }),
    (error) => {
      const failure = failureOf(error)
      if (failure.code === 'notAllowed') form.setError('staffId', { message: words.notDirector })
      else markCodeFailure(form, failure)
    },
  )
  const submit = () =>
    void form.handleSubmit(({ recoveryCode, staffId, password }) => {
      if (staffId !== null) entering.mutate({ recoveryCode, staffId, password })
    })()
  return (
    <FormFrame label={words.title} onSubmit={submit}>
      <Stack gap="lg">
        <Text>{words.text}</Text>
        <FormFailure form={form} />
        <TextField
          control={form.control}
          name="recoveryCode"
          label={words.field}
          maxLength={60}
          isRequired
          isFirst
        />
        <StaffNames control={form.control} staff={staff} legend={words.who} />
        <NewPasswordFields form={form} label={words.newPassword} />
        <Group gap="md">
          <Button type="submit" size="lg" loading={entering.isPending}>
            {words.submit}
          </Button>
          <Button size="lg" variant="default" onClick={onBack}>
            {signInLabels.back}
          </Button>
        </Group>
      </Stack>
    </FormFrame>
  )
}
