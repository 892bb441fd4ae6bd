import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { careTags } from '../../../domain/codes/care-tag.ts'
import { ageBandLabels, residentLabels, residentSortLabels } from '../../../domain/labels/resident.zh.ts'
import { readableCareTags } from '../../../domain/record-access.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { changeFilter } from './residents-store.ts'
import classes from './residents-page.module.css'

const words = residentLabels.list

/** Narrower than usual, so that four filters stand beside the search in large letters too. */
const arrowWidth = '1.75rem'

interface ResidentFiltersProps {
  readonly filter: ResidentFilter
}

/** Building, care tag, age and order of the list. */
export function ResidentFilters({ filter }: ResidentFiltersProps) {
  const buildings = useQuery(ledgerQuery('building.list', {}))
  const actor = useReadyState()?.actor
  return (
    <>
      <NativeSelect
        className={classes.filter}
        rightSectionWidth={arrowWidth}
        label={words.building}
        value={filter.buildingId ?? ''}
        onChange={({ currentTarget: { value } }) =>
          changeFilter({ buildingId: value === '' ? null : Number(value) })
        }
      >
        <option value="">{words.allBuildings}</option>
        {buildings.data?.map(({ id, name, residentCount }) => (
          <option key={id} value={id}>
            {words.buildingOption(name, residentCount)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        className={classes.filter}
        rightSectionWidth={arrowWidth}
        label={words.careTag}
        value={filter.careTag ?? ''}
        onChange={({ currentTarget: { value } }) => changeFilter({ careTag: keyOf(careTags, value) })}
      >
        <option value="">{words.allCareTags}</option>
        {actor !== undefined &&
          readableCareTags(actor).map((careTag) => (
            <option key={careTag} value={careTag}>
              {careTags[careTag]}
            </option>
          ))}
      </NativeSelect>
      <NativeSelect
        className={classes.filter}
        rightSectionWidth={arrowWidth}
        label={words.ageBand}
        value={filter.ageBand ?? ''}
        onChange={({ currentTarget: { value } }) => changeFilter({ ageBand: keyOf(ageBandLabels, value) })}
      >
        <option value="">{words.allAges}</option>
        {options(ageBandLabels)}
      </NativeSelect>
      <NativeSelect
        className={classes.filter}
        rightSectionWidth={arrowWidth}
        label={words.presence}
        value={filter.presence}
        onChange={({ currentTarget: { value } }) =>
          changeFilter({ presence: keyOf(words.presences, value) ?? 'here' })
        }
      >
        {options(words.presences)}
      </NativeSelect>
      <NativeSelect
        className={classes.filter}
        rightSectionWidth={arrowWidth}
        label={words.sort}
        value={filter.sort}
        onChange={({ currentTarget: { value } }) =>
          changeFilter({ sort: keyOf(residentSortLabels, value) ?? 'address' })
        }
      >
        {options(residentSortLabels)}
      </NativeSelect>
    </>
  )
}

function options(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([code, label]) => (
    <option key={code} value={code}>
      {label}
    </option>
  ))
}

function keyOf<Labels extends Readonly<Record<string, string>>>(labels: Labels, value: string) {
  // Every option's value is a key of the labels; the empty one is none.
  return value in labels ? (value as keyof Labels) : null
}
