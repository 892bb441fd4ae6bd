import { z } from 'zod'
import { ownValueProblems } from '../../../domain/labels/own-field.zh.ts'
import type { OwnField, OwnFieldOwner } from '../../../domain/own-field.ts'
import { readOwnValue, type OwnValue } from '../../../domain/own-value.ts'

/** Shape: one own field as a form holds it; null or blank where nothing is said. */
export interface OwnValueRow {
  ownFieldId: number
  value: string | null
}

export const blankOwnRow: OwnValueRow = { ownFieldId: 0, value: '' }

/** A row for each field that is offered, for what is no longer offered where it has a value, and for what is not known here. */
export function ownRows(
  values: readonly OwnValue[],
  ownFields: readonly OwnField[],
  owner: OwnFieldOwner,
): OwnValueRow[] {
  const byField = new Map(values.map(({ ownFieldId, value }) => [ownFieldId, value]))
  const offered = ownFields.filter(
    (field) => field.owner === owner && (!field.isRetired || byField.has(field.id)),
  )
  const known = new Set(offered.map(({ id }) => id))
  return [
    ...offered.map(({ id }) => ({ ownFieldId: id, value: byField.get(id) ?? '' })),
    ...values.filter(({ ownFieldId }) => !known.has(ownFieldId)),
  ]
}

/** What was kept of a form, with a row for each field there is by now. */
export function withEveryOwnRow(
  rows: readonly OwnValueRow[],
  present: readonly OwnValueRow[],
): OwnValueRow[] {
  const kept = new Map(rows.map((row) => [row.ownFieldId, row]))
  return present.map((row) => kept.get(row.ownFieldId) ?? row)
}

/** Reads the rows into values: blank ones are dropped, and each is written in the one form of its kind. */
export function ownRowsSchema(ownFields: readonly OwnField[]) {
  const fields = new Map(ownFields.map((field) => [field.id, field]))
  return z
    .array(z.strictObject({ ownFieldId: z.int(), value: z.string().nullable() }))
    .transform((rows): OwnValue[] =>
      rows.flatMap(({ ownFieldId, value }) => {
        const typed = value?.trim() ?? ''
        if (typed === '') return []
        const field = fields.get(ownFieldId)
        const reading = field === undefined ? null : readOwnValue(field, typed)
        return [{ ownFieldId, value: reading?.ok === true ? reading.value : typed }]
      }),
    )
}

/** Sentences, by path, for what is no value of its field. */
export function ownRowProblems(
  rows: readonly OwnValueRow[],
  ownFields: readonly OwnField[],
): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const [index, { ownFieldId, value }] of rows.entries()) {
    const field = ownFields.find(({ id }) => id === ownFieldId)
    if (field === undefined || value === null || value.trim() === '') continue
    const reading = readOwnValue(field, value)
    if (!reading.ok) problems[`ownValues.${index}.value`] = ownValueProblems[reading.problem](field.name)
  }
  return problems
}
