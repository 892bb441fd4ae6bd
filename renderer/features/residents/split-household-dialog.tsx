import { Checkbox, Radio, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { HouseholdRoles } from '../../../domain/household.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import type { DwellingDraft, Household } from '../../../domain/resident.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { DwellingFields, isDoor, noDoor } from './dwelling-fields.tsx'
import type { HouseholdDialogProps } from './household-dialogs.tsx'
import { HouseholdRolesFields } from './household-roles.tsx'
import { type RoleChoice, rolesOf, rolesUnder } from './role-choice.ts'
import { seenOf, useHouseholdChange } from './use-household-change.ts'

const words = householdLabels.splitting

interface Split {
  readonly staying: HouseholdRoles
  readonly going: HouseholdRoles
  readonly dwelling: DwellingDraft | null
}

/** Some of the household leave for one of their own, behind the same door or another. */
export function SplitHouseholdDialog({ household, onCancel, onDone }: HouseholdDialogProps) {
  const { members } = household
  const [goingIds, setGoingIds] = useState<readonly string[]>([])
  const [headOfGoing, setHeadOfGoing] = useState<RoleChoice | null>(null)
  const [headOfStaying, setHeadOfStaying] = useState<RoleChoice | null>(null)
  const [door, setDoor] = useState<DwellingDraft | null>(null)
  const [isTried, setIsTried] = useState(false)
  const going = members.filter(({ id }) => goingIds.includes(String(id)))
  const staying = members.filter(({ id }) => !goingIds.includes(String(id)))
  const goingChoice = headOfGoing ?? rolesAtFirst(going)
  const stayingChoice = headOfStaying ?? rolesAtFirst(staying)
  const isParted = going.length > 0 && staying.length > 0
  const saving = useHouseholdChange(
    (split: Split) => ask('household.split', { ...seenOf(household), ...split }),
    onDone,
  )
  const submit = () => {
    setIsTried(true)
    if (!isParted || goingChoice.headId === null || stayingChoice.headId === null) return
    if (door !== null && !isDoor(door)) return
    saving.mutate({
      staying: rolesOf(stayingChoice, staying),
      going: rolesOf(goingChoice, going),
      dwelling: door,
    })
  }
  return (
    <FormDialog
      title={words.title}
      confirmLabel={words.confirm}
      cancelLabel={householdLabels.cancel}
      isBusy={saving.isPending}
      isDirty={goingIds.length > 0}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <FailureNotice error={saving.error} />
      <Text>{words.text}</Text>
      <Checkbox.Group
        size="md"
        label={words.who}
        error={isTried && !isParted ? words.whoMissing : undefined}
        value={[...goingIds]}
        onChange={(ids) => {
          setGoingIds(ids)
          setHeadOfGoing(null)
          setHeadOfStaying(null)
        }}
      >
        <Stack gap="xs" my="xs">
          {members.map(({ id, name }) => (
            <Checkbox key={id} size="md" value={String(id)} label={name} />
          ))}
        </Stack>
      </Checkbox.Group>
      {isParted && (
        <>
          <HouseholdRolesFields
            title={words.going}
            members={going}
            choice={goingChoice}
            problem={isTried ? householdLabels.headMissing : undefined}
            onChoice={setHeadOfGoing}
          />
          <HouseholdRolesFields
            title={words.staying}
            members={staying}
            choice={stayingChoice}
            problem={isTried ? householdLabels.headMissing : undefined}
            onChoice={setHeadOfStaying}
          />
          <Radio.Group
            size="md"
            label={words.where}
            value={door === null ? 'same' : 'other'}
            onChange={(value) => setDoor(value === 'same' ? null : noDoor)}
          >
            <Stack gap="xs" my="xs">
              <Radio size="md" value="same" label={words.sameDoor} />
              <Radio size="md" value="other" label={words.otherDoor} />
            </Stack>
          </Radio.Group>
          {door !== null && (
            <DwellingFields
              door={door}
              problem={isTried && !isDoor(door) ? householdLabels.moving.doorMissing : undefined}
              onDoor={setDoor}
            />
          )}
        </>
      )}
    </FormDialog>
  )
}

/** Whoever is alone heads the household, and a head who is among them stays one. */
function rolesAtFirst(people: Household['members']): RoleChoice {
  const [only, ...others] = people
  const head = people.find(({ isHead }) => isHead)
  return rolesUnder(head?.id ?? (others.length === 0 ? (only?.id ?? null) : null), people)
}
