import { Anchor, Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconDeviceFloppy, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import { Link } from 'wouter'
import { formatDwelling } from '../../../domain/address.ts'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { residenceStatuses } from '../../../domain/codes/residence-status.ts'
import type { FamilyDraft } from '../../../domain/household.ts'
import { dwellingFieldLabels, residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { DraftOffer } from '../../ui/form/draft-offer.tsx'
import { FieldGroup } from '../../ui/form/field-group.tsx'
import { FormFailure } from '../../ui/form/form-failure.tsx'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { schemaResolver } from '../../ui/form/schema-resolver.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { useHookFormDraft } from '../../ui/form/use-hook-form-draft.ts'
import { useSaveKey } from '../../ui/form/use-save-key.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { enterGoesOn } from './enter-goes-on.ts'
import { FamilyDoor } from './family-door.tsx'
import {
  blankFamily,
  blankMember,
  familyFormSchema,
  familyProblems,
  type FamilyValues,
} from './family-form-schema.ts'
import { FamilyMemberRow } from './family-member-row.tsx'
import { useSaveFamily } from './use-save-family.ts'
import resident from './resident-page.module.css'

const words = householdLabels.family
const labels = { ...residentFieldLabels, ...dwellingFieldLabels, number: words.phone }
const statuses = codeOptions(residenceStatuses)
const mostMembers = 20

/** One door and everybody behind it, saved as a whole; then the next door. */
export function FamilyFormPanel({ todayOn }: { readonly todayOn: CalendarDate }) {
  const resolver = useMemo(
    () =>
      schemaResolver<FamilyValues, FamilyDraft>(familyFormSchema, {
        labels,
        furtherProblems: (values) => familyProblems(values, todayOn),
      }),
    [todayOn],
  )
  const [start, setStart] = useState(blankFamily)
  const form = useForm<FamilyValues, unknown, FamilyDraft>({
    mode: 'onSubmit',
    defaultValues: blankFamily,
    resolver,
  })
  const { control } = form
  const members = useFieldArray({ control, name: 'members' })
  const draft = useHookFormDraft({
    form,
    of: { form: 'newFamily' },
    baseRevision: null,
    before: start,
    rows: { members: blankMember },
  })
  const { save, isSaving, saved } = useSaveFamily(form, draft, setStart)
  const submit = () => void form.handleSubmit(save)()
  useSaveKey(submit)
  const { isDirty, errors } = form.formState
  const problemCount = countProblems(errors)
  const addMember = () => {
    if (members.fields.length < mostMembers)
      members.append(blankMember, { focusName: `members.${members.fields.length}.name` })
  }
  return (
    <FormFrame label={words.title} onSubmit={submit}>
      <LeaveGuard isActive={isDirty && !draft.isKept} />
      <DraftOffer draft={draft}>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the fields have the keys; Enter only goes from one to the next */}
        <div onKeyDown={(event) => enterGoesOn(event, addMember)}>
          <Paper withBorder p="lg">
            <Stack gap="lg">
              <FormFailure form={form} />
              <FamilyDoor form={form} lastDoor={saved?.dwelling ?? null} />
              <FieldGroup title={words.shared}>
                <TextField
                  control={control}
                  name="registeredAddress"
                  label={residentFieldLabels.registeredAddress}
                  maxLength={200}
                />
                <SelectField
                  control={control}
                  name="residenceStatus"
                  label={residentFieldLabels.residenceStatus}
                  options={statuses}
                />
                <Button
                  className={resident.besideField}
                  variant="default"
                  onClick={() =>
                    form.setValue('registeredAddress', formatDwelling(form.getValues('dwelling')), {
                      shouldDirty: true,
                    })
                  }
                >
                  {words.copyDoor}
                </Button>
              </FieldGroup>
              <Stack gap="md" role="group" aria-label={words.people}>
                <Text fw={600}>{words.people}</Text>
                {members.fields.map((member, index) => (
                  <FamilyMemberRow
                    key={member.id}
                    form={form}
                    index={index}
                    todayOn={todayOn}
                    isOnly={members.fields.length === 1}
                    onRemove={() => members.remove(index)}
                  />
                ))}
                <Group>
                  <Button
                    variant="default"
                    leftSection={<IconPlus aria-hidden="true" />}
                    disabled={members.fields.length >= mostMembers}
                    onClick={addMember}
                  >
                    {words.addPerson}
                  </Button>
                </Group>
              </Stack>
            </Stack>
          </Paper>
        </div>
        <Group className={resident.saveBar} justify="space-between" gap="md">
          <Group gap="md">
            <SuccessNotice
              sentence={saved === null || isDirty ? null : words.saved(saved.headName, saved.memberCount)}
            />
            {saved !== null && !isDirty && (
              <Anchor component={Link} href={`/residents/${String(saved.headId)}`}>
                {words.toHousehold}
              </Anchor>
            )}
            {problemCount > 0 && (
              <Text role="alert" c="var(--mantine-color-error)">
                {words.problems(problemCount)}
              </Text>
            )}
          </Group>
          <Button
            type="submit"
            size="lg"
            loading={isSaving}
            leftSection={<IconDeviceFloppy aria-hidden="true" />}
          >
            {words.save}
          </Button>
        </Group>
      </DraftOffer>
    </FormFrame>
  )
}

function countProblems(errors: object): number {
  if ('message' in errors && 'type' in errors) return 1
  return Object.entries(errors)
    .filter(([name]) => name !== 'root' && name !== 'ref')
    .reduce(
      (total, [, part]) =>
        total + (typeof part === 'object' && part !== null ? countProblems(part as object) : 0),
      0,
    )
}
