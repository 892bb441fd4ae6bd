import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { rosterFieldLabel } from '../../../domain/labels/roster.zh.ts'
import { rosterPageLabels } from '../../../domain/labels/roster-page.zh.ts'
import { ownFieldKey } from '../../../domain/own-field.ts'
import { plainColumn } from '../../../domain/ready-rosters.ts'
import { mayReadColumn, rosterFields, type RosterColumn } from '../../../domain/roster-column.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { columnHeading } from '../../print/roster-layout.ts'
import { movedColumn, widthOfText } from './column-edits.ts'
import { changeRoster } from './rosters-store.ts'
import classes from './rosters.module.css'

const words = rosterPageLabels.editor

interface RosterColumnsProps {
  readonly columns: readonly RosterColumn[]
}

/** Which columns a roster has, from left to right, each with its name and width. */
export function RosterColumns({ columns }: RosterColumnsProps) {
  const rows = useRef<HTMLDivElement>(null)
  /** The place of the column that the keyboard goes on with. */
  const focusIndex = useRef<number | null>(null)
  useEffect(() => {
    if (focusIndex.current === null) return
    rows.current?.querySelectorAll<HTMLElement>('[data-heading] input')[focusIndex.current]?.focus()
    focusIndex.current = null
  }, [columns])
  const change = (next: readonly RosterColumn[]) => changeRoster({ columns: [...next] })
  const move = (index: number, by: -1 | 1) => {
    const to = index + by
    if (to < 0 || to >= columns.length) return
    focusIndex.current = to
    change(movedColumn(columns, index, to))
  }
  const remove = (index: number) => {
    focusIndex.current = Math.min(index, columns.length - 2)
    change(columns.toSpliced(index, 1))
  }
  return (
    <div>
      <div ref={rows} className={classes.columns}>
        <Text size="sm">{words.headingColumn}</Text>
        <Text size="sm">{words.widthColumn}</Text>
        <span />
        {columns.map((column, index) => (
          <ColumnRow
            key={index}
            column={column}
            order={index + 1}
            count={columns.length}
            onChange={(next) => change(columns.with(index, next))}
            onMove={(by) => move(index, by)}
            onRemove={() => remove(index)}
          />
        ))}
      </div>
      <Group gap="sm" mt="sm" align="flex-end">
        <AddColumn
          onAdd={(column) => {
            change([...columns, column])
          }}
        />
        <Button
          variant="default"
          disabled={columns.every(({ widthMm }) => widthMm === null)}
          onClick={() => change(columns.map((column) => ({ ...column, widthMm: null })))}
        >
          {words.autoWidths}
        </Button>
      </Group>
      <Text size="sm" mt="xs">
        {words.moveHint} {words.birthHint}
      </Text>
    </div>
  )
}

interface ColumnRowProps {
  readonly column: RosterColumn
  readonly order: number
  readonly count: number
  readonly onChange: (column: RosterColumn) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

function ColumnRow({ column, order, count, onChange, onMove, onRemove }: ColumnRowProps) {
  const usualName = rosterFieldLabel(column.field, useOwnFields())
  const name = columnHeading(column, usualName)
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the fields and buttons within
    <div
      role="group"
      aria-label={name}
      className={classes.column}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        onMove(event.key === 'ArrowUp' ? -1 : 1)
      }}
    >
      <TextInput
        size="sm"
        aria-label={words.heading(order)}
        placeholder={usualName}
        maxLength={30}
        autoComplete="off"
        value={column.heading}
        wrapperProps={{ 'data-heading': true }}
        onChange={(event) => onChange({ ...column, heading: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        aria-label={words.width(order)}
        placeholder={words.widthAuto}
        inputMode="numeric"
        maxLength={3}
        autoComplete="off"
        defaultValue={column.widthMm ?? ''}
        key={column.widthMm ?? 'auto'}
        onBlur={(event) => {
          const widthMm = widthOfText(event.currentTarget.value)
          event.currentTarget.value = widthMm === null ? '' : String(widthMm)
          if (widthMm !== column.widthMm) onChange({ ...column, widthMm })
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      <Group gap={4} wrap="nowrap">
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={words.moveUp(name)}
          disabled={order === 1}
          onClick={() => onMove(-1)}
        >
          <IconArrowUp aria-hidden="true" size={18} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={words.moveDown(name)}
          disabled={order === count}
          onClick={() => onMove(1)}
        >
          <IconArrowDown aria-hidden="true" size={18} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          size="lg"
          aria-label={words.removeColumn(name)}
          disabled={count === 1}
          onClick={onRemove}
        >
          <IconX aria-hidden="true" size={18} />
        </ActionIcon>
      </Group>
    </div>
  )
}

function AddColumn({ onAdd }: { readonly onAdd: (column: RosterColumn) => void }) {
  const actor = useReadyState()?.actor
  const ownFields = useOwnFields()
  const own = ownFields.filter(({ isRetired }) => !isRetired).map(({ id }) => ownFieldKey(id))
  const fields = [...rosterFields, ...own].filter(
    (field) => actor !== undefined && mayReadColumn(actor, field),
  )
  const [chosen, setChosen] = useState('')
  const field = fields.find((one) => one === chosen)
  // The arrow keys pass over fields that nobody means: only the button adds one.
  return (
    <>
      <NativeSelect
        label={words.addColumn}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">{words.addColumnChoice}</option>
        {fields.map((one) => (
          <option key={one} value={one}>
            {rosterFieldLabel(one, ownFields)}
          </option>
        ))}
      </NativeSelect>
      <Button
        variant="default"
        disabled={field === undefined}
        onClick={() => {
          if (field !== undefined) onAdd(plainColumn(field))
        }}
      >
        {words.addChosenColumn}
      </Button>
    </>
  )
}
