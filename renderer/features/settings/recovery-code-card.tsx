import { Button, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { useEntering } from '../../ledger/use-entering.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { PasswordField } from '../../ui/form/password-field.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'

const words = appLabels.settings.recoveryCode
const schema = z.strictObject({ password: z.string().min(1) })
type Values = z.infer<typeof schema>

/** A new recovery code, for when the paper is lost or was seen. */
export function RecoveryCodeCard() {
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text c="dimmed" mb="md">
        {words.help}
      </Text>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {words.renew}
      </Button>
      {isAsking && <RenewDialog onCancel={() => setIsAsking(false)} />}
    </Paper>
  )
}

function RenewDialog({ onCancel }: { readonly onCancel: () => void }) {
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: { password: '' },
    resolver: schemaResolver<Values, Values>(schema, { labels: { password: words.password } }),
  })
  const renewing = useEntering(
    (values: Values) => ask('setup.renewRecoveryCode', values),
    (error) => markFailure(form, failureOf(error)),
  )
  return (
    <FormDialog
      title={words.dialogTitle}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isDangerous
      isBusy={renewing.isPending}
      isDirty={false}
      onSubmit={() => void form.handleSubmit((values) => renewing.mutate(values))()}
      onCancel={onCancel}
    >
      <Text>{words.dialogText}</Text>
      <FormFailure form={form} />
      <PasswordField control={form.control} name="password" label={words.password} isRequired isFirst />
    </FormDialog>
  )
}
