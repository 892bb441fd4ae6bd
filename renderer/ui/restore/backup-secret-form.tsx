import { Radio, Group, Stack, Text } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { BackupSecret, ChosenBackup } from '../../../domain/backup.ts'
import { backupLabels } from '../../../domain/labels/backup.zh.ts'
import { chineseMoment } from '../../../domain/labels/moment.zh.ts'
import { markCodeFailure } from '../form/code-failure.ts'
import { FormFailure } from '../form/form-failure.tsx'
import { FormFrame } from '../form/form-frame.tsx'
import { PasswordField } from '../form/password-field.tsx'
import { schemaResolver } from '../form/schema-resolver.ts'
import { SelectField } from '../form/select-field.tsx'
import { TextField } from '../form/text-field.tsx'
import type { Failure } from '../../../domain/failure.ts'
import { useState } from 'react'

const words = backupLabels.restore
const passwordSchema = z.strictObject({
  staffId: z.string().min(1),
  password: z.string().min(1),
  recoveryCode: z.string(),
})
const codeSchema = passwordSchema.extend({
  staffId: z.string(),
  password: z.string(),
  recoveryCode: z.string().trim().min(1),
})
type Values = z.infer<typeof passwordSchema>

/** What the dialog's button sends off. */
export const secretFormId = 'backup-secret'

interface BackupSecretFormProps {
  readonly chosen: ChosenBackup
  /** Answers the failure, or null. */
  readonly onOpen: (secret: BackupSecret) => Promise<Failure | null>
}

/** A password of that ledger, or the printed recovery code. */
export function BackupSecretForm({ chosen, onOpen }: BackupSecretFormProps) {
  const hasStaff = chosen.staff.length > 0
  const [way, setWay] = useState<'password' | 'recoveryCode'>(hasStaff ? 'password' : 'recoveryCode')
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: { staffId: String(chosen.staff[0]?.staffId ?? ''), password: '', recoveryCode: '' },
    resolver: schemaResolver<Values, Values>(way === 'password' ? passwordSchema : codeSchema, {
      labels: { staffId: words.who, password: words.password, recoveryCode: words.code },
    }),
  })
  const submit = () =>
    void form.handleSubmit(async ({ staffId, password, recoveryCode }) => {
      const secret: BackupSecret =
        way === 'password' ? { kind: way, staffId: Number(staffId), password } : { kind: way, recoveryCode }
      const failure = await onOpen(secret)
      if (failure !== null) markCodeFailure(form, failure)
    })()
  return (
    <FormFrame id={secretFormId} label={words.secretTitle} onSubmit={submit}>
      <Stack gap="md">
        <Text>{words.secretText(chosen.committeeName, chineseMoment(chosen.madeAt))}</Text>
        <FormFailure form={form} />
        {hasStaff && (
          <Radio.Group
            label={words.way}
            size="md"
            value={way}
            onChange={(value) => setWay(value === 'password' ? value : 'recoveryCode')}
          >
            <Group gap="lg" mt="xs">
              <Radio size="md" value="password" label={words.withPassword} />
              <Radio size="md" value="recoveryCode" label={words.withCode} />
            </Group>
          </Radio.Group>
        )}
        {way === 'password' ? (
          <>
            <SelectField
              control={form.control}
              name="staffId"
              label={words.who}
              options={chosen.staff.map(({ staffId, name }) => [String(staffId), name] as const)}
            />
            <PasswordField
              control={form.control}
              name="password"
              label={words.password}
              help={words.passwordHelp}
              isRequired
            />
          </>
        ) : (
          <TextField
            control={form.control}
            name="recoveryCode"
            label={words.code}
            help={words.codeHelp}
            maxLength={60}
            isRequired
          />
        )}
      </Stack>
    </FormFrame>
  )
}
