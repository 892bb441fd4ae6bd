import { NativeSelect, Stack, Text } from '@mantine/core'
import { contradictsSex, relationOfFormerHead } from '../../../domain/codes/relation-sex.ts'
import {
  headOfHouseholdCode,
  type RelationToHead,
  relationsToHead,
} from '../../../domain/codes/relation-to-head.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import type { HouseholdRoles } from '../../../domain/household.ts'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { householdLabels as words } from '../../../domain/labels/household.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { Household } from '../../../domain/resident.ts'
import { codeOptions } from '../../ui/form/code-options.ts'

type Member = Household['members'][number]

const relationOptions = codeOptions(relationsToHead).filter(([code]) => code !== headOfHouseholdCode)

/** Shape: who heads the people on the screen, and what was chosen for the others. */
export interface RoleChoice {
  readonly headId: number | null
  readonly relations: ReadonlyMap<number, RelationToHead | null>
}

/** What is chosen at first: the head there is, and everybody as they are to that one. */
export function rolesAsTheyAre(members: readonly Member[]): RoleChoice {
  return {
    headId: members.find(({ isHead }) => isHead)?.id ?? null,
    relations: new Map(members.map(({ id, relationToHead }) => [id, relationToHead])),
  }
}

/** What is chosen once somebody else is the head: nobody can tell for the others, but for a spouse. */
export function rolesUnder(headId: number | null, members: readonly Member[]): RoleChoice {
  const next = members.find(({ id }) => id === headId)
  const former = members.find(({ isHead }) => isHead)
  if (next !== undefined && next.id === former?.id) return rolesAsTheyAre(members)
  const ofFormer =
    former === undefined || next === undefined ? null : relationOfFormerHead(next.relationToHead, former.sex)
  return {
    headId,
    relations: new Map(members.map(({ id }) => [id, id === former?.id ? ofFormer : null])),
  }
}

/** What the channel takes. */
export function rolesOf({ headId, relations }: RoleChoice, members: readonly Member[]): HouseholdRoles {
  return members.map(({ id }) => ({
    residentId: id,
    relationToHead: id === headId ? headOfHouseholdCode : (relations.get(id) ?? null),
  }))
}

interface HouseholdRolesFieldsProps {
  readonly title?: string
  readonly members: readonly Member[]
  readonly choice: RoleChoice
  readonly problem: string | undefined
  readonly onChoice: (choice: RoleChoice) => void
}

/** Who heads these people, and what everybody else is to that one. */
export function HouseholdRolesFields({
  title,
  members,
  choice,
  problem,
  onChoice,
}: HouseholdRolesFieldsProps) {
  return (
    <Stack gap="sm">
      {title !== undefined && <Text fw={600}>{title}</Text>}
      <NativeSelect
        label={words.newHead}
        required
        value={choice.headId === null ? '' : String(choice.headId)}
        error={choice.headId === null ? problem : undefined}
        onChange={({ currentTarget: { value } }) =>
          onChoice(rolesUnder(value === '' ? null : Number(value), members))
        }
      >
        <option value="">{words.chooseHead}</option>
        {members
          .filter(({ presence }) => presence === 'here' || presence === 'deathReported')
          .map((member) => (
            <option key={member.id} value={member.id}>
              {describe(member)}
            </option>
          ))}
      </NativeSelect>
      {(choice.headId === null ? [] : members)
        .filter(({ id }) => id !== choice.headId)
        .map((member) => (
          <RelationField
            key={member.id}
            member={member}
            relation={choice.relations.get(member.id) ?? null}
            onRelation={(relation) =>
              onChoice({ ...choice, relations: new Map(choice.relations).set(member.id, relation) })
            }
          />
        ))}
    </Stack>
  )
}

interface RelationFieldProps {
  readonly member: Member
  readonly relation: RelationToHead | null
  readonly onRelation: (relation: RelationToHead | null) => void
}

function RelationField({ member, relation, onRelation }: RelationFieldProps) {
  const isOdd = contradictsSex(relation, member.sex)
  return (
    <div>
      <NativeSelect
        label={words.relationOf(member.name)}
        description={describe(member)}
        value={relation ?? ''}
        onChange={({ currentTarget: { value } }) =>
          // The options are the codes of the table.
          onRelation(value === '' ? null : (value as RelationToHead))
        }
      >
        <option value="">{appLabels.form.notChosen}</option>
        {relationOptions.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </NativeSelect>
      {isOdd && relation !== null && (
        <Text role="status" c="#8a4b00">
          {words.sexWarning(member.name, relationsToHead[relation], sexes[member.sex])}
        </Text>
      )}
    </div>
  )
}

function describe({ name, sex, age, isHead, relationToHead, presence }: Member): string {
  const relation = isHead
    ? residentLabels.household.head
    : relationToHead === null
      ? null
      : relationsToHead[relationToHead]
  return words.person([
    name,
    sexes[sex],
    ...(age === null ? [] : [residentLabels.page.ageYears(age)]),
    ...(relation === null ? [] : [words.before(relation)]),
    ...(presence === 'here' ? [] : [residentLabels.presence[presence]]),
  ])
}
