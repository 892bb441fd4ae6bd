import { Anchor, Paper, Radio, Stack, Text } from '@mantine/core'
import { useEffect, useId, useRef } from 'react'
import { Link } from 'wouter'
import type { AttachedCounts, DuplicateComparison } from '../../../domain/duplicate.ts'
import type { ChosenField } from '../../../domain/duplicate-merge.ts'
import { duplicateLabels } from '../../../domain/labels/duplicate.zh.ts'
import classes from './duplicates.module.css'
import type { Side } from './proposed-side.ts'
import type { ComparedField, ComparedList } from './record-texts.ts'

const words = duplicateLabels.pair

interface PairTableProps {
  readonly comparison: DuplicateComparison
  readonly fields: readonly ComparedField[]
  readonly lists: readonly ComparedList[]
  readonly sideOf: (field: ChosenField) => Side
  readonly onChoose: (field: ChosenField, side: Side) => void
}

/** Field by field, one record on each side; where they differ, the side that stays is chosen. */
export function PairTable({ comparison, fields, lists, sideOf, onChoose }: PairTableProps) {
  const { first, second } = comparison
  const table = useRef<HTMLTableElement>(null)
  // The list had the keys before; here they begin at the first choice.
  useEffect(() => table.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  return (
    <Paper withBorder>
      <table ref={table} className={classes.records}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <RecordHead order={words.first} id={first.resident.id} />
            <RecordHead order={words.second} id={second.resident.id} />
          </tr>
        </thead>
        <tbody>
          {fields.map((field) =>
            field.isOpen ? (
              <ChoiceRow
                key={field.field}
                field={field}
                side={sideOf(field.field)}
                onChoose={(side) => onChoose(field.field, side)}
              />
            ) : (
              <PlainRow key={field.field} label={field.label} texts={field.texts} />
            ),
          )}
          {lists.map(({ label, texts }) => (
            <PlainRow key={label} label={label} texts={texts} remark={words.bothKept} />
          ))}
          <tr>
            <th scope="row">{words.attached}</th>
            <td>
              <Attached counts={first.attached} />
            </td>
            <td>
              <Attached counts={second.attached} />
            </td>
          </tr>
        </tbody>
      </table>
    </Paper>
  )
}

function RecordHead({ order, id }: { readonly order: string; readonly id: number }) {
  return (
    <th scope="col">
      {order}{' '}
      <Anchor component={Link} href={`/residents/${String(id)}`} size="sm">
        {words.openRecord(order)}
      </Anchor>
    </th>
  )
}

interface ChoiceRowProps {
  readonly field: ComparedField
  readonly side: Side
  readonly onChoose: (side: Side) => void
}

function ChoiceRow({ field: { field, label, texts }, side, onChoose }: ChoiceRowProps) {
  const name = useId()
  const mayKeepBoth = field === 'note' && texts[0] !== '' && texts[1] !== ''
  const radio = (value: Side, text: string, order: string) => (
    <Radio
      size="md"
      name={name}
      value={value}
      checked={side === value}
      label={text === '' ? words.empty : text}
      aria-label={`${label} ${order} ${text === '' ? words.empty : text}`}
      onChange={() => onChoose(value)}
    />
  )
  return (
    <tr className={classes.differing}>
      <th scope="row">
        {label}
        <Text size="sm">{words.differing}</Text>
      </th>
      <td>
        <Stack gap="xs">
          {radio('first', texts[0], words.first)}
          {mayKeepBoth && radio('both', words.both, '')}
        </Stack>
      </td>
      <td>{radio('second', texts[1], words.second)}</td>
    </tr>
  )
}

interface PlainRowProps {
  readonly label: string
  readonly texts: readonly [string, string]
  readonly remark?: string
}

function PlainRow({ label, texts, remark }: PlainRowProps) {
  return (
    <tr>
      <th scope="row">
        {label}
        {remark !== undefined && (
          <Text size="sm" className={classes.same}>
            {remark}
          </Text>
        )}
      </th>
      {texts.map((text, index) => (
        <td key={index} className={text === '' ? classes.emptyValue : undefined}>
          {text === '' ? words.empty : text}
        </td>
      ))}
    </tr>
  )
}

function Attached({ counts }: { readonly counts: AttachedCounts }) {
  const { visitCount, importCount, housemateCount, isHead, sealedCount } = counts
  const lines = [
    visitCount > 0 ? words.visits(visitCount) : '',
    importCount > 0 ? words.imports(importCount) : '',
    housemateCount > 0 ? words.housemates(housemateCount) : '',
    isHead ? words.head : '',
    sealedCount !== null && sealedCount > 0 ? words.sealed(sealedCount) : '',
  ].filter((line) => line !== '')
  if (lines.length === 0) return <span className={classes.emptyValue}>{words.nothingAttached}</span>
  return (
    <ul className={classes.attached}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
