import { NativeSelect, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { householdLabels as words } from '../../../domain/labels/household.zh.ts'
import type { HouseholdRoles } from '../../../domain/household.ts'
import type { DwellingDraft, Household } from '../../../domain/resident.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { DwellingFields, isDoor, noDoor } from './dwelling-fields.tsx'
import { HouseholdRolesFields } from './household-roles.tsx'
import { type RoleChoice, rolesInMerger, rolesOf, rolesUnder } from './role-choice.ts'
import { seenOf, useHouseholdChange } from './use-household-change.ts'

/** What every dialog about a household takes. */
export interface HouseholdDialogProps {
  readonly household: Household
  readonly onCancel: () => void
  readonly onDone: () => void
}

/** Another head of the household, with everybody's relation asked anew. */
export function ChangeHeadDialog({ household, onCancel, onDone }: HouseholdDialogProps) {
  const [choice, setChoice] = useState<RoleChoice>(() => rolesUnder(null, household.members))
  const [isTried, setIsTried] = useState(false)
  const saving = useHouseholdChange(
    (roles: HouseholdRoles) => ask('household.changeHead', { ...seenOf(household), roles }),
    onDone,
  )
  return (
    <FormDialog
      title={words.head.title}
      confirmLabel={words.head.confirm}
      cancelLabel={words.cancel}
      isBusy={saving.isPending}
      isDirty={choice.headId !== null}
      onSubmit={() => {
        setIsTried(true)
        if (choice.headId !== null) saving.mutate(rolesOf(choice, household.members))
      }}
      onCancel={onCancel}
    >
      <FailureNotice error={saving.error} />
      <Text>{words.head.text}</Text>
      <HouseholdRolesFields
        members={household.members}
        choice={choice}
        problem={isTried ? words.headMissing : undefined}
        onChoice={setChoice}
      />
    </FormDialog>
  )
}

/** Another household behind the same door joins this one. */
export function MergeHouseholdsDialog({ household, onCancel, onDone }: HouseholdDialogProps) {
  const [otherId, setOtherId] = useState(household.neighbours[0]?.id ?? 0)
  const { data: other, error } = useQuery(ledgerQuery('household.get', { id: otherId }))
  const [choice, setChoice] = useState<RoleChoice | null>(null)
  const [isTried, setIsTried] = useState(false)
  const households = other === undefined ? [household] : [household, other]
  const members = households.flatMap((one) => one.members)
  const shown = choice ?? rolesInMerger(null, households)
  const saving = useHouseholdChange(
    (input: { readonly with: Household; readonly roles: HouseholdRoles }) =>
      ask('household.merge', { ...seenOf(household), other: seenOf(input.with), roles: input.roles }),
    onDone,
  )
  return (
    <FormDialog
      title={words.merging.title}
      confirmLabel={words.merging.confirm}
      cancelLabel={words.cancel}
      isBusy={saving.isPending}
      isDirty={choice !== null}
      onSubmit={() => {
        setIsTried(true)
        if (shown.headId !== null && other !== undefined)
          saving.mutate({ with: other, roles: rolesOf(shown, members) })
      }}
      onCancel={onCancel}
    >
      <FailureNotice error={saving.error ?? error} />
      <Text>{words.merging.text}</Text>
      <NativeSelect
        label={words.merging.which}
        value={String(otherId)}
        onChange={({ currentTarget: { value } }) => {
          setOtherId(Number(value))
          setChoice(null)
        }}
      >
        {household.neighbours.map((neighbour) => (
          <option key={neighbour.id} value={neighbour.id}>
            {words.neighbour(neighbour.name, neighbour.memberCount)}
          </option>
        ))}
      </NativeSelect>
      <HouseholdRolesFields
        members={members}
        choice={shown}
        problem={isTried ? words.headMissing : undefined}
        onChoice={(next) =>
          setChoice(next.headId === shown.headId ? next : rolesInMerger(next.headId, households))
        }
      />
    </FormDialog>
  )
}

/** Everybody of the household moves to another door. */
export function MoveHouseholdDialog({ household, onCancel, onDone }: HouseholdDialogProps) {
  const [door, setDoor] = useState<DwellingDraft>(noDoor)
  const [isTried, setIsTried] = useState(false)
  const saving = useHouseholdChange(
    (dwelling: DwellingDraft) => ask('household.move', { ...seenOf(household), dwelling }),
    onDone,
  )
  return (
    <FormDialog
      title={words.moving.title}
      confirmLabel={words.moving.confirm}
      cancelLabel={words.cancel}
      isBusy={saving.isPending}
      isDirty={isDoor(door)}
      onSubmit={() => {
        setIsTried(true)
        if (isDoor(door)) saving.mutate(door)
      }}
      onCancel={onCancel}
    >
      <FailureNotice error={saving.error} />
      <Text>{words.moving.text}</Text>
      <DwellingFields
        door={door}
        problem={isTried && !isDoor(door) ? words.moving.doorMissing : undefined}
        onDoor={setDoor}
      />
    </FormDialog>
  )
}
