import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { tenures } from '../../../domain/codes/office-codes.ts'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { officeLabels, registerFieldLabels as labels } from '../../../domain/labels/office.zh.ts'
import { regionCodeHelp } from '../../../domain/labels/region-code.zh.ts'
import type { OfficeProfile, OfficeProfileDraft } from '../../../domain/office-profile.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { codeOptions } from '../../ui/form/code-options.ts'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useSaveKey } from '../../ui/form/use-save-key.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import {
  officeProfileFormSchema,
  type OfficeProfileValues,
  officeProfileValues,
} from './office-profile-schema.ts'
import classes from './office-page.module.css'

const words = officeLabels.profile
const formLabels = {
  ...labels,
  areaKm2: labels.areaHundredthsKm2,
  officeAreaM2: labels.officeAreaTenthsM2,
  yearlyFundsYuan: labels.yearlyFundsFen,
}
const tenureOptions = codeOptions(tenures)

/** What the office says of itself beyond its name. */
export function OfficeProfileCard() {
  const { data, error } = useQuery({ ...ledgerQuery('office.profile', {}), gcTime: 0 })
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.title}>
      <Title order={2} size="h4">
        {words.title}
      </Title>
      <Text c="dimmed" mb="md">
        {words.help}
      </Text>
      <FailureNotice error={error} />
      {data !== undefined && <ProfileForm profile={data} />}
    </Paper>
  )
}

function ProfileForm({ profile }: { readonly profile: OfficeProfile }) {
  const queries = useQueryClient()
  const mayChange = useMay('office.saveProfile')
  const form = useForm<OfficeProfileValues, unknown, OfficeProfileDraft>({
    mode: 'onTouched',
    defaultValues: officeProfileValues(profile),
    resolver: schemaResolver<OfficeProfileValues, OfficeProfileDraft>(officeProfileFormSchema, {
      labels: formLabels,
    }),
  })
  const { control } = form
  const divisionCode = useWatch({ control, name: 'divisionCode' })
  const saving = useMutation({
    mutationFn: (draft: OfficeProfileDraft) =>
      ask('office.saveProfile', { revision: profile.revision, draft }),
    onSuccess: (saved) => {
      queries.setQueryData(ledgerQuery('office.profile', {}).queryKey, saved)
      form.reset(officeProfileValues(saved))
    },
    onError: (error) => markFailure(form, failureOf(error)),
  })
  const submit = () => {
    if (mayChange && !saving.isPending) void form.handleSubmit((draft) => saving.mutate(draft))()
  }
  useSaveKey(submit)
  const { isDirty } = form.formState
  return (
    <FormFrame label={words.title} onSubmit={submit}>
      <LeaveGuard isActive={isDirty} />
      <fieldset className={classes.whole} disabled={!mayChange}>
        <Stack gap="md">
          <FormFailure form={form} />
          <div className={classes.fields}>
            <TextField control={control} name="address" label={labels.address} maxLength={120} />
            <TextField
              control={control}
              name="divisionCode"
              label={labels.divisionCode}
              help={regionCodeHelp(divisionCode)}
              inputMode="numeric"
              maxLength={12}
            />
            <TextField
              control={control}
              name="areaKm2"
              label={labels.areaHundredthsKm2}
              help={words.numberHelp}
            />
            <SelectField
              control={control}
              name="officeTenure"
              label={labels.officeTenure}
              options={tenureOptions}
              isOptional
            />
            <TextField
              control={control}
              name="officeAreaM2"
              label={labels.officeAreaTenthsM2}
              help={words.numberHelp}
            />
            <TextField
              control={control}
              name="yearlyFundsYuan"
              label={labels.yearlyFundsFen}
              help={words.numberHelp}
            />
          </div>
          {mayChange ? (
            <Group gap="md">
              <Button type="submit" loading={saving.isPending}>
                {appLabels.form.save}
              </Button>
              <SuccessNotice sentence={saving.isSuccess && !isDirty ? appLabels.form.saved : null} />
            </Group>
          ) : (
            <Text>{words.readOnly}</Text>
          )}
        </Stack>
      </fieldset>
    </FormFrame>
  )
}
