import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { NewPasswordFields, newPasswordProblems } from '../../ui/form/new-password-fields.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { useEntering } from '../../ledger/use-entering.ts'
import classes from './sign-in-page.module.css'

const words = signInLabels.protect
const schema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  password: z.string(),
  repeat: z.string(),
})
type Values = z.infer<typeof schema>

interface ProtectPageProps {
  readonly folder: string
}

/** A ledger of the first release gets its key and its first director. */
export function ProtectPage({ folder }: ProtectPageProps) {
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: { name: '', password: '', repeat: '' },
    resolver: schemaResolver<Values, Values>(schema, {
      labels: { name: signInLabels.director.name },
      furtherProblems: newPasswordProblems,
    }),
  })
  const protecting = useEntering(
    ({ name, password }: Values) => ask('setup.protectLedger', { director: { name, password } }),
    (error) => markFailure(form, failureOf(error)),
  )
  return (
    <main className={classes.page}>
      <Paper withBorder p="xl" className={classes.card}>
        <FormFrame
          label={words.title}
          onSubmit={() => void form.handleSubmit((values) => protecting.mutate(values))()}
        >
          <Stack gap="lg">
            <Title order={1} size="h2">
              {words.title}
            </Title>
            <Text>{words.text}</Text>
            <Text c="dimmed">{folder}</Text>
            <FormFailure form={form} />
            <TextField control={form.control} name="name" label={signInLabels.director.name} isRequired />
            <NewPasswordFields form={form} />
            <Group>
              <Button type="submit" size="lg" loading={protecting.isPending}>
                {words.submit}
              </Button>
            </Group>
            <div role="status">{protecting.isPending ? words.working : ''}</div>
          </Stack>
        </FormFrame>
      </Paper>
    </main>
  )
}
