import { Checkbox, Group, Radio, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Controller, useForm } from 'react-hook-form'
import { z } from 'zod'
import {
  roleExplanations,
  roleLabels,
  staffLabels,
  workFieldLabels,
} from '../../../domain/labels/staff.zh.ts'
import type { StaffAccount } from '../../../domain/staff-account.ts'
import { type Staff, staffDraftSchema, staffRoles, workFields } from '../../../domain/staff.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { NewPasswordFields, newPasswordProblems } from '../../ui/form/new-password-fields.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { TextField } from '../../ui/form/text-field.tsx'

const words = staffLabels.form
const schema = staffDraftSchema.extend({ password: z.string(), repeat: z.string() })
type Values = z.infer<typeof schema>

interface AccountDialogProps {
  /** Null for somebody new. */
  readonly account: StaffAccount | null
  readonly onCancel: () => void
  readonly onDone: (staff: Staff, password: string) => void
}

/** A new account with its first password, or what somebody is called and may do. */
export function AccountDialog({ account, onCancel, onDone }: AccountDialogProps) {
  const form = useForm<Values, unknown, Values>({
    mode: 'onSubmit',
    defaultValues: {
      name: account?.name ?? '',
      role: account?.role ?? 'worker',
      workFields: account?.workFields ?? [],
      isInSealedCircle: account?.isInSealedCircle ?? false,
      password: '',
      repeat: '',
    },
    resolver: schemaResolver<Values, Values>(schema, {
      labels: { name: words.name, role: words.role },
      furtherProblems: (values) => (account === null ? newPasswordProblems(values) : {}),
    }),
  })
  const saving = useMutation({
    mutationFn: ({ name, role, workFields: fields, isInSealedCircle, password }: Values) => {
      const draft = { name, role, workFields: fields, isInSealedCircle }
      return account === null
        ? ask('staff.add', { draft, password })
        : ask('staff.change', { id: account.id, revision: account.revision, draft })
    },
    onSuccess: (staff, { password }) => onDone(staff, password),
    onError: (error) => markFailure(form, failureOf(error)),
  })
  return (
    <FormDialog
      title={account === null ? words.addTitle : words.changeTitle(account.name)}
      confirmLabel={account === null ? words.add : words.save}
      cancelLabel={words.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty}
      onSubmit={() => void form.handleSubmit((values) => saving.mutate(values))()}
      onCancel={onCancel}
    >
      <FormFailure form={form} />
      <TextField control={form.control} name="name" label={words.name} maxLength={40} isRequired />
      <Controller
        control={form.control}
        name="role"
        render={({ field }) => (
          <Radio.Group size="md" label={words.role} value={field.value} onChange={field.onChange}>
            <Stack gap="sm" mt="xs">
              {staffRoles.map((role) => (
                <Radio
                  key={role}
                  size="md"
                  value={role}
                  label={roleLabels[role]}
                  description={roleExplanations[role]}
                />
              ))}
            </Stack>
          </Radio.Group>
        )}
      />
      <Controller
        control={form.control}
        name="workFields"
        render={({ field }) => (
          <Checkbox.Group
            size="md"
            label={words.workFields}
            description={words.workFieldsHelp}
            value={field.value}
            onChange={field.onChange}
          >
            <Group gap="lg" my="xs">
              {workFields.map((each) => (
                <Checkbox key={each} size="md" value={each} label={workFieldLabels[each]} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
      />
      <Checkbox size="md" label={words.sealed} {...form.register('isInSealedCircle')} />
      {account === null && (
        <>
          <Text>{words.passwordHelp}</Text>
          <NewPasswordFields form={form} />
        </>
      )}
    </FormDialog>
  )
}
