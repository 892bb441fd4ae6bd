import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { dwellingFieldLabels } from '../../../domain/labels/field.zh.ts'
import type { DwellingDraft } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import classes from './resident-page.module.css'

export const noDoor: DwellingDraft = { building: '', unit: '', room: '' }

/** Whether enough is typed to name a door. */
export function isDoor({ building }: DwellingDraft): boolean {
  return building.trim() !== ''
}

interface DwellingFieldsProps {
  readonly door: DwellingDraft
  readonly problem: string | undefined
  readonly onDoor: (door: DwellingDraft) => void
}

/** Building, unit and room of one door, outside a form of the form kit. */
export function DwellingFields({ door, problem, onDoor }: DwellingFieldsProps) {
  const listId = useId()
  const { data = [] } = useQuery(ledgerQuery('building.list', {}))
  const field = (name: keyof DwellingDraft, maxLength: number) => ({
    label: dwellingFieldLabels[name],
    value: door[name],
    maxLength,
    autoComplete: 'off',
    onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
      onDoor({ ...door, [name]: event.currentTarget.value }),
  })
  return (
    <div className={classes.door}>
      <TextInput {...field('building', 60)} list={listId} error={problem} required />
      <TextInput {...field('unit', 30)} />
      <TextInput {...field('room', 60)} />
      <datalist id={listId}>
        {data.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </div>
  )
}
