import { NativeSelect, Stack, Text } from '@mantine/core'
import { contradictsSex } from '../../../domain/codes/relation-sex.ts'
import {
  headOfHouseholdCode,
  type RelationToHead,
  relationsToHead,
} from '../../../domain/codes/relation-to-head.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { householdLabels as words } from '../../../domain/labels/household.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { Household } from '../../../domain/resident.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { type RoleChoice, rolesUnder } from './role-choice.ts'

type Member = Household['members'][number]

const relationOptions = codeOptions(relationsToHead).filter(([code]) => code !== headOfHouseholdCode)

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
