import { Alert, Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import { recoveryCodeGroups } from '../../../domain/recovery-code.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { PaperOutput } from '../../ui/paper/paper-output.tsx'
import { markCodeFailure } from '../../ui/form/code-failure.ts'
import { useEntering } from '../../ledger/use-entering.ts'
import classes from './sign-in-page.module.css'

const words = signInLabels.recovery
const schema = z.strictObject({ recoveryCode: z.string().trim().min(1) })
type Values = z.infer<typeof schema>

interface RecoveryCodePageProps {
  /** Null when it was made in an earlier run and must be made anew. */
  readonly code: string | null
}

/** The one moment the recovery code is seen: it is printed and typed back before the work begins. */
export function RecoveryCodePage({ code }: RecoveryCodePageProps) {
  const renewal = useEntering(
    () => ask('setup.renewRecoveryCode', { password: null }),
    () => undefined,
  )
  return (
    <main className={classes.page}>
      <Paper withBorder p="xl" className={classes.wide}>
        <Stack gap="lg">
          <Title order={1} size="h2">
            {words.title}
          </Title>
          <Text>{words.text}</Text>
          <Alert color="red" variant="light">
            <Text fw={600}>{words.warning}</Text>
          </Alert>
          {code === null ? (
            <>
              <Text>{words.renewText}</Text>
              <Group>
                <Button size="lg" loading={renewal.isPending} onClick={() => renewal.mutate(undefined)}>
                  {words.renew}
                </Button>
              </Group>
              <FailureNotice error={renewal.error} />
            </>
          ) : (
            <>
              <section className={classes.code} aria-label={words.code}>
                {recoveryCodeGroups(code).map((group, index) => (
                  <span key={`${String(index)}-${group}`}>{group}</span>
                ))}
              </section>
              <div>
                <PaperOutput pageCount={1} paper={{ kind: 'recoveryCode' }} isReady />
                <Text mt="xs">{words.printHelp}</Text>
              </div>
              <ConfirmForm />
            </>
          )}
        </Stack>
      </Paper>
    </main>
  )
}

function ConfirmForm() {
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: { recoveryCode: '' },
    resolver: schemaResolver<Values, Values>(schema, { labels: { recoveryCode: words.code } }),
  })
  const confirming = useEntering(
    (values: Values) => ask('setup.confirmRecoveryCode', values),
    (error) => markCodeFailure(form, failureOf(error)),
  )
  return (
    <FormFrame
      label={words.confirm}
      onSubmit={() => void form.handleSubmit((values) => confirming.mutate(values))()}
    >
      <Stack gap="md">
        <FormFailure form={form} />
        <TextField
          control={form.control}
          name="recoveryCode"
          label={words.confirm}
          help={words.confirmHelp}
          maxLength={60}
          isRequired
        />
        <Group>
          <Button type="submit" size="lg" loading={confirming.isPending}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </FormFrame>
  )
}
