import { Button, Checkbox, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { parseTypedDate } from '../../../domain/calendar-date.ts'
import { careTags } from '../../../domain/codes/care-tag.ts'
import { ageBandLabels, residentLabels, residentSortLabels } from '../../../domain/labels/resident.zh.ts'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { readableCareTags } from '../../../domain/record-access.ts'
import { residentSorts, type ResidentFilter } from '../../../domain/resident.ts'
import type { Roster } from '../../../domain/roster.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { changeRoster } from './rosters-store.ts'
import classes from './rosters.module.css'

const words = rosterPageLabels.editor
const presences = ['here', 'gone', 'all'] as const satisfies readonly ResidentFilter['presence'][]

interface RosterPeopleProps {
  readonly roster: Roster
  readonly isHanded: boolean
}

/** Who stands on the roster, and for which day ages and tags are reckoned. */
export function RosterPeopleFields({ roster, isHanded }: RosterPeopleProps) {
  const { people } = roster
  const { filter } = people
  const buildings = useQuery(ledgerQuery('building.list', {}))
  const actor = useReadyState()?.actor
  const readable = actor === undefined ? [] : readableCareTags(actor)
  const changePeople = (change: Partial<Roster['people']>) =>
    changeRoster({ people: { ...people, ...change } })
  const changeFilter = (change: Partial<ResidentFilter>) => changePeople({ filter: { ...filter, ...change } })
  return (
    <>
      {isHanded && <Text fw={600}>{words.handed}</Text>}
      <Group gap="xs">
        {otherConditions(filter).map(({ name, without }) => (
          <Button key={name} size="xs" variant="default" onClick={() => changeFilter(without)}>
            {words.dropCondition(name)}
          </Button>
        ))}
      </Group>
      <div className={classes.fields}>
        <TextInput
          label={words.search}
          maxLength={100}
          autoComplete="off"
          value={filter.search}
          onChange={(event) => changeFilter({ search: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.building}
          value={filter.buildingId ?? ''}
          onChange={({ currentTarget: { value } }) =>
            changeFilter({ buildingId: value === '' ? null : Number(value) })
          }
        >
          <option value="">{words.allBuildings}</option>
          {buildings.data?.map(({ id, name, residentCount }) => (
            <option key={id} value={id}>
              {residentLabels.list.buildingOption(name, residentCount)}
            </option>
          ))}
        </NativeSelect>
        <MinAge minAge={people.minAge} onChange={(minAge) => changePeople({ minAge })} />
        <ReferenceDate
          referenceOn={roster.referenceOn}
          onChange={(referenceOn) => changeRoster({ referenceOn })}
        />
        <NativeSelect
          label={words.presence}
          data={presences.map((value) => ({ value, label: words.presences[value] }))}
          value={filter.presence}
          onChange={({ currentTarget: { value } }) =>
            changeFilter({ presence: presences.find((one) => one === value) ?? 'here' })
          }
        />
        <NativeSelect
          label={words.sort}
          data={residentSorts.map((value) => ({ value, label: residentSortLabels[value] }))}
          value={filter.sort}
          onChange={({ currentTarget: { value } }) =>
            changeFilter({ sort: residentSorts.find((one) => one === value) ?? 'address' })
          }
        />
      </div>
      <Checkbox.Group
        label={words.careTags}
        value={[...people.careTags]}
        onChange={(chosen) =>
          changePeople({ careTags: readable.filter((careTag) => chosen.includes(careTag)) })
        }
      >
        <div className={classes.tags}>
          {readable.map((careTag) => (
            <Checkbox key={careTag} value={careTag} label={careTags[careTag]} />
          ))}
        </div>
      </Checkbox.Group>
    </>
  )
}

/** What a filter of the list of residents asks that has no field here, and how to drop it. */
function otherConditions({
  careTag,
  ageBand,
  condition,
}: ResidentFilter): readonly { readonly name: string; readonly without: Partial<ResidentFilter> }[] {
  return [
    ...(careTag === null ? [] : [{ name: careTags[careTag], without: { careTag: null } }]),
    ...(condition === null ? [] : [{ name: words.condition, without: { condition: null } }]),
    ...(ageBand === null ? [] : [{ name: ageBandLabels[ageBand], without: { ageBand: null } }]),
  ]
}

interface MinAgeProps {
  readonly minAge: number | null
  readonly onChange: (minAge: number | null) => void
}

function MinAge({ minAge, onChange }: MinAgeProps) {
  return (
    <TextInput
      label={words.minAge}
      description={words.minAgeHint}
      inputMode="numeric"
      maxLength={3}
      autoComplete="off"
      value={minAge ?? ''}
      onChange={(event) => {
        const digits = event.currentTarget.value.normalize('NFKC').replace(/\D/g, '')
        onChange(digits === '' || Number(digits) === 0 ? null : Math.min(120, Number(digits)))
      }}
    />
  )
}

interface ReferenceDateProps {
  readonly referenceOn: Roster['referenceOn']
  readonly onChange: (referenceOn: Roster['referenceOn']) => void
}

function ReferenceDate({ referenceOn, onChange }: ReferenceDateProps) {
  const [isWrong, setIsWrong] = useState(false)
  return (
    <TextInput
      label={words.referenceOn}
      description={words.referenceHint}
      autoComplete="off"
      key={referenceOn ?? ''}
      defaultValue={referenceOn ?? ''}
      error={isWrong ? words.referenceProblem : undefined}
      onBlur={({ currentTarget }) => {
        const typed = currentTarget.value.trim()
        const read = parseTypedDate(typed)
        setIsWrong(typed !== '' && !read.ok)
        if (typed === '') onChange(null)
        else if (read.ok) onChange(read.date)
      }}
    />
  )
}
