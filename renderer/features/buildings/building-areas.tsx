import { NativeSelect, Paper, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { BuildingView } from '../../../domain/building.ts'
import { appLabels } from '../../../domain/labels/app.zh.ts'
import { buildingLabels } from '../../../domain/labels/building.zh.ts'
import { useMay } from '../../ledger/app-state.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { useBuildingChange } from './use-building-change.ts'
import classes from './buildings.module.css'

const words = buildingLabels.page

interface Area {
  readonly unit: string
  readonly residentGroupId: number | null
  readonly gridId: number | null
}

/** To which group and grid the building and each of its units belongs; a choice is stored at once. */
export function BuildingAreas({ building }: { readonly building: BuildingView }) {
  const mayChange = useMay('building.setArea')
  const groups = useQuery(ledgerQuery('register.choices', { of: 'residentGroup' })).data ?? []
  const grids = useQuery(ledgerQuery('register.choices', { of: 'grid' })).data ?? []
  const saving = useBuildingChange(
    (area: Area) => ask('building.setArea', { id: building.id, revision: building.revision, ...area }),
    () => undefined,
  )
  return (
    <Paper component="section" withBorder p="lg" aria-label={words.areas}>
      <Title order={2} size="h4">
        {words.areas}
      </Title>
      {mayChange && <Text c="dimmed">{words.areasHelp}</Text>}
      <FailureNotice error={saving.error} />
      <SuccessNotice sentence={saving.isSuccess ? words.saved : null} />
      <table className={classes.areas} aria-label={words.areas}>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.columns.households}</th>
            <th scope="col">{words.columns.people}</th>
            <th scope="col">{buildingLabels.list.groups}</th>
            <th scope="col">{buildingLabels.list.grids}</th>
          </tr>
        </thead>
        <tbody>
          {building.units.map(({ unit, householdCount, residentCount, residentGroupId, gridId }) => {
            const name = unit === '' ? words.whole : words.unitName(unit)
            return (
              <tr key={unit}>
                <th scope="row">{name}</th>
                <td>{householdCount}</td>
                <td>{residentCount}</td>
                <td>
                  <Choice
                    label={words.groupOf(name)}
                    options={groups}
                    value={residentGroupId}
                    isDisabled={!mayChange}
                    onChoose={(id) => saving.mutate({ unit, residentGroupId: id, gridId })}
                  />
                </td>
                <td>
                  <Choice
                    label={words.gridOf(name)}
                    options={grids}
                    value={gridId}
                    isDisabled={!mayChange}
                    onChoose={(id) => saving.mutate({ unit, residentGroupId, gridId: id })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Paper>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly options: readonly { readonly id: number; readonly name: string }[]
  readonly value: number | null
  readonly isDisabled: boolean
  readonly onChoose: (id: number | null) => void
}

/** The arrow keys pass over choices that nobody means: what they come to counts with Enter or on leaving the field. */
function Choice({ label, options, value, isDisabled, onChoose }: ChoiceProps) {
  const stored = value === null ? '' : String(value)
  const [passed, setPassed] = useState<string | null>(null)
  const isByKeys = useRef(false)
  const choose = (chosen: string) => {
    setPassed(null)
    if (chosen !== stored) onChoose(chosen === '' ? null : Number(chosen))
  }
  return (
    <NativeSelect
      aria-label={label}
      value={passed ?? stored}
      disabled={isDisabled}
      onPointerDown={() => {
        isByKeys.current = false
      }}
      onKeyDown={({ key }) => {
        isByKeys.current = true
        if (key === 'Enter') choose(passed ?? stored)
      }}
      onBlur={() => choose(passed ?? stored)}
      onChange={({ currentTarget: { value: chosen } }) => {
        if (isByKeys.current) setPassed(chosen)
        else choose(chosen)
      }}
    >
      <option value="">{appLabels.form.notChosen}</option>
      {options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </NativeSelect>
  )
}
