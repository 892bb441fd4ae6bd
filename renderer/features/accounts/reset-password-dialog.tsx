import { Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { staffLabels } from '../../../domain/labels/staff.zh.ts'
import type { StaffAccount } from '../../../domain/staff-account.ts'
import type { Staff } from '../../../domain/staff.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { NewPasswordFields, newPasswordProblems } from '../../ui/form/new-password-fields.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'

const words = staffLabels.reset
const schema = z.strictObject({ password: z.string(), repeat: z.string() })
type Values = z.infer<typeof schema>

interface ResetPasswordDialogProps {
  readonly account: StaffAccount
  readonly onCancel: () => void
  readonly onDone: (staff: Staff, password: string) => void
}

/** For whoever forgot theirs. */
export function ResetPasswordDialog({ account, onCancel, onDone }: ResetPasswordDialogProps) {
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: { password: '', repeat: '' },
    resolver: schemaResolver<Values, Values>(schema, { labels: {}, furtherProblems: newPasswordProblems }),
  })
  const resetting = useMutation({
    mutationFn: ({ password }: Values) => ask('staff.resetPassword', { id: account.id, password }),
    onSuccess: (staff, { password }) => onDone(staff, password),
    onError: (error) => markFailure(form, failureOf(error)),
  })
  return (
    <FormDialog
      title={words.title(account.name)}
      confirmLabel={words.confirm}
      cancelLabel={staffLabels.form.cancel}
      isDangerous
      isBusy={resetting.isPending}
      isDirty={false}
      onSubmit={() => void form.handleSubmit((values) => resetting.mutate(values))()}
      onCancel={onCancel}
    >
      <Text>{words.text}</Text>
      <FormFailure form={form} />
      <NewPasswordFields form={form} />
    </FormDialog>
  )
}
