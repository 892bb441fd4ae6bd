import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { type Committee, committeeSchema } from '../../../domain/committee.ts'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { committeeFieldLabels } from '../../../domain/labels/field.zh.ts'
import { appStateQuery } from '../../ledger/app-state.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { DraftOffer } from '../../ui/form/draft-offer.tsx'
import { FormFailure, markFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { useHookFormDraft } from '../../ui/form/use-hook-form-draft.ts'
import { useSaveKey } from '../../ui/form/use-save-key.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'

const words = appLabels.form

interface CommitteeFormProps {
  readonly committee: Committee
}

/** The committee's profile, changed after set-up. */
export function CommitteeForm({ committee }: CommitteeFormProps) {
  const queries = useQueryClient()
  const form = useForm<Committee, unknown, Committee>({
    mode: 'onTouched',
    defaultValues: committee,
    resolver: schemaResolver<Committee, Committee>(committeeSchema, { labels: committeeFieldLabels }),
  })
  const draft = useHookFormDraft({ form, of: { form: 'committee' }, baseRevision: null, before: committee })
  const saving = useMutation({
    mutationFn: (changed: Committee) => ask('committee.save', changed),
    onMutate: draft.hold,
    onSuccess: (saved) => {
      form.reset(saved)
      draft.saved()
      queries.setQueryData(appStateQuery.queryKey, (state) =>
        state?.phase === 'ready' ? { ...state, committee: saved } : state,
      )
    },
    onError: (error) => {
      draft.release()
      markFailure(form, failureOf(error))
    },
  })
  const submit = () => void form.handleSubmit((changed) => saving.mutate(changed))()
  useSaveKey(submit)
  const { isDirty } = form.formState

  return (
    <FormFrame label={appLabels.settings.committee} onSubmit={submit}>
      <LeaveGuard isActive={isDirty && !draft.isKept} />
      <DraftOffer draft={draft}>
        <Stack gap="md">
          <FormFailure form={form} />
          <TextField
            control={form.control}
            name="committeeName"
            label={committeeFieldLabels.committeeName}
            isRequired
          />
          <TextField
            control={form.control}
            name="streetOfficeName"
            label={committeeFieldLabels.streetOfficeName}
          />
          <TextField control={form.control} name="phone" label={committeeFieldLabels.phone} inputMode="tel" />
          <Group gap="md">
            <Button type="submit" loading={saving.isPending}>
              {words.save}
            </Button>
            <SuccessNotice sentence={saving.isSuccess && !isDirty ? words.saved : null} />
          </Group>
        </Stack>
      </DraftOffer>
    </FormFrame>
  )
}
