import { Button, Group, Stack } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
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
import { VersionsDialog } from '../../ui/versions-dialog.tsx'
import type { FieldVersions, VersionChoice } from '../../ui/versions.ts'

const words = appLabels.form

interface CommitteeChange {
  readonly before: Committee
  readonly committee: Committee
}

interface CommitteeFormProps {
  readonly committee: Committee
}

/** The committee's profile, changed after set-up. */
export function CommitteeForm({ committee }: CommitteeFormProps) {
  const queries = useQueryClient()
  const saveButton = useRef<HTMLButtonElement>(null)
  const [before, setBefore] = useState(committee)
  const form = useForm<Committee, unknown, Committee>({
    mode: 'onTouched',
    defaultValues: committee,
    resolver: schemaResolver<Committee, Committee>(committeeSchema, { labels: committeeFieldLabels }),
  })
  const draft = useHookFormDraft({ form, of: { form: 'committee' }, baseRevision: null, before: committee })
  const [theirs, setTheirs] = useState<Committee | null>(null)
  const comparing = useMutation({
    mutationFn: () => ask('app.state', {}),
    onSuccess: (state) => setTheirs(state.phase === 'ready' ? state.committee : null),
  })
  const saving = useMutation({
    mutationFn: (change: CommitteeChange) => ask('committee.save', change),
    onMutate: draft.hold,
    onSuccess: (saved) => {
      setTheirs(null)
      setBefore(saved)
      form.reset(saved)
      draft.saved()
      queries.setQueryData(appStateQuery.queryKey, (state) =>
        state?.phase === 'ready' ? { ...state, committee: saved } : state,
      )
    },
    onError: (error) => {
      draft.release()
      const failure = failureOf(error)
      markFailure(form, failure)
      if (failure.code === 'staleRecord') comparing.mutate()
    },
  })
  const submit = () => void form.handleSubmit((changed) => saving.mutate({ before, committee: changed }))()
  useSaveKey(submit)
  const { isDirty } = form.formState

  return (
    <FormFrame label={appLabels.settings.committee} onSubmit={submit}>
      <LeaveGuard isActive={isDirty && !draft.isKept} />
      {theirs !== null && (
        <VersionsDialog
          fields={committeeVersions(before, form.getValues(), theirs)}
          isBusy={saving.isPending}
          focusAfter={saveButton}
          onCancel={() => setTheirs(null)}
          onChosen={(choices) =>
            saving.mutate({ before: theirs, committee: chosenCommittee(form.getValues(), theirs, choices) })
          }
        />
      )}
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
            <Button ref={saveButton} type="submit" loading={saving.isPending}>
              {words.save}
            </Button>
            <SuccessNotice sentence={saving.isSuccess && !isDirty ? words.saved : null} />
          </Group>
        </Stack>
      </DraftOffer>
    </FormFrame>
  )
}

// Object.keys forgets the key type; the labels are closed.
const fieldNames = Object.keys(committeeFieldLabels) as (keyof Committee)[]

function committeeVersions(base: Committee, mine: Committee, theirs: Committee): FieldVersions[] {
  return fieldNames.map((key) => ({
    key,
    label: committeeFieldLabels[key],
    values: { base: base[key], mine: mine[key], theirs: theirs[key] },
    texts: { mine: mine[key], theirs: theirs[key] },
  }))
}

function chosenCommittee(
  mine: Committee,
  theirs: Committee,
  choices: ReadonlyMap<string, VersionChoice>,
): Committee {
  const of = (key: keyof Committee) => (choices.get(key) === 'mine' ? mine : theirs)[key]
  return {
    committeeName: of('committeeName'),
    streetOfficeName: of('streetOfficeName'),
    phone: of('phone'),
  }
}
