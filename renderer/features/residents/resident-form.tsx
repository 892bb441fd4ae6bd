import { Button, Checkbox, Group, Paper, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { dwellingFieldLabels, residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import { mayWrite } from '../../../domain/record-access.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { DraftOffer } from '../../ui/form/draft-offer.tsx'
import { FormFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { ownRowProblems } from '../../ui/form/own-value-rows.ts'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { useSaveKey } from '../../ui/form/use-save-key.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { VersionsDialog } from '../../ui/versions-dialog.tsx'
import { lunarBirthProblem } from './lunar-birth-problem.ts'
import { ResidentBasics } from './resident-basics.tsx'
import { ResidentBenefits } from './resident-benefits.tsx'
import { ResidentCareTags } from './resident-care-tags.tsx'
import { residentProblems } from './resident-problems.ts'
import {
  blankResident,
  residentFormSchema,
  type ResidentFormValues,
  residentFormValues,
} from './resident-form-schema.ts'
import { ResidentDocuments } from './resident-documents.tsx'
import { ResidentHealth } from './resident-health.tsx'
import { ResidentHome } from './resident-home.tsx'
import { ResidentMore } from './resident-more.tsx'
import { ResidentOwnFields } from './resident-own-fields.tsx'
import { ResidentPhones } from './resident-phones.tsx'
import { useResidentDraft } from './use-resident-draft.ts'
import { useSaveResident } from './use-save-resident.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page
const labels = {
  ...residentFieldLabels,
  ...dwellingFieldLabels,
  number: words.phoneNumber,
  careTag: words.care,
  benefit: residentFieldLabels.benefits,
  category: words.disabilityCategory,
  grade: words.disabilityGrade,
  reissueCount: words.disabilityReissue,
  documentType: words.documentType,
  owner: words.phoneOwner,
}

interface ResidentFormProps {
  /** Null for somebody who is being registered. */
  readonly resident: ResidentView | null
  readonly todayOn: CalendarDate
  /** As they were when the form was opened. */
  readonly ownFields: readonly OwnField[]
  readonly initialNotice: string | null
}

/** All that is known of one resident, saved as a whole. */
export function ResidentForm({ resident, todayOn, initialNotice, ...props }: ResidentFormProps) {
  const [ownFields] = useState(props.ownFields)
  const resolver = useMemo(
    () =>
      schemaResolver<ResidentFormValues, ResidentChange>(residentFormSchema(ownFields), {
        labels,
        furtherProblems: async (values) => ({
          ...residentProblems(values, todayOn),
          ...(await lunarBirthProblem(values.lunarBirth)),
          ...ownRowProblems(values.ownValues, ownFields),
        }),
      }),
    [todayOn, ownFields],
  )
  const form = useForm<ResidentFormValues, unknown, ResidentChange>({
    mode: 'onTouched',
    defaultValues: resident === null ? blankResident(ownFields) : residentFormValues(resident, ownFields),
    resolver,
  })
  const saveButton = useRef<HTMLButtonElement>(null)
  const draft = useResidentDraft(form, resident, ownFields)
  const saving = useSaveResident(form, resident, initialNotice, draft, ownFields)
  const { save, isSaving, versions, notice } = saving
  const { isDirty, errors, submitCount } = form.formState
  const actor = useReadyState()?.actor
  const isReadOnly = actor === undefined || !mayWrite(actor, 'basics')
  const submit = () => {
    if (!isReadOnly) void form.handleSubmit(save)()
  }
  useSaveKey(submit)

  const problemCount = Object.keys(errors).filter((name) => name !== 'root').length
  return (
    <FormFrame label={words.editName} onSubmit={submit}>
      <LeaveGuard isActive={isDirty && !draft.isKept} />
      <DraftOffer draft={draft}>
        <fieldset className={classes.whole} disabled={isReadOnly}>
          <Paper withBorder p="lg">
            <Stack gap="xl">
              <FormFailure form={form} />
              <ResidentBasics form={form} resident={resident} todayOn={todayOn} />
              <ResidentPhones form={form} resident={resident} />
              <ResidentHome form={form} />
              <ResidentMore form={form} resident={resident} />
              <ResidentDocuments form={form} />
              <ResidentHealth form={form} />
              <ResidentBenefits form={form} />
              <ResidentCareTags form={form} />
              <ResidentOwnFields form={form} resident={resident} ownFields={ownFields} />
            </Stack>
          </Paper>
        </fieldset>
        {versions !== null && (
          <VersionsDialog
            fields={versions}
            isBusy={isSaving}
            focusAfter={saveButton}
            onCancel={saving.dismiss}
            onChosen={(choices) => {
              saving.choose(choices)
              submit()
            }}
          />
        )}
        {isReadOnly ? (
          <Text mt="md">{words.readOnly}</Text>
        ) : (
          <Group className={classes.saveBar} justify="space-between" gap="md">
            <div>
              <SuccessNotice sentence={isDirty ? null : notice} />
              {submitCount > 0 && problemCount > 0 && (
                <Text role="alert" c="var(--mantine-color-error)">
                  {words.problems(problemCount)}
                </Text>
              )}
            </div>
            <Group gap="md">
              {saving.isStale && versions === null ? (
                <Button variant="default" size="lg" onClick={saving.compare}>
                  {words.compare}
                </Button>
              ) : (
                <SaveHint isChange={resident !== null && isDirty} saving={saving} />
              )}
              <Button
                ref={saveButton}
                type="submit"
                size="lg"
                loading={isSaving}
                leftSection={<IconDeviceFloppy aria-hidden="true" />}
              >
                {words.save}
              </Button>
            </Group>
          </Group>
        )}
      </DraftOffer>
    </FormFrame>
  )
}

interface SaveHintProps {
  readonly isChange: boolean
  readonly saving: Pick<ReturnType<typeof useSaveResident>, 'isCorrection' | 'setIsCorrection'>
}

/** How to save; of what is changed, whether the person wanted it so. */
function SaveHint({ isChange, saving }: SaveHintProps) {
  if (!isChange) return <Text c="dimmed">{words.saveHint}</Text>
  return (
    <Checkbox
      label={words.correction}
      checked={saving.isCorrection}
      onChange={(event) => saving.setIsCorrection(event.currentTarget.checked)}
    />
  )
}
