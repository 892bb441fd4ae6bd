import { z } from 'zod'
import { maskIdNumber } from './mask.ts'

/** What a search may find a person by. */
const searchHitFields = [
  'name',
  'pinyin',
  'initials',
  'formerName',
  'otherName',
  'address',
  'phone',
  'idNumber',
] as const
export type SearchHitField = (typeof searchHitFields)[number]

/** Shape: why a person is in the answer to a search; of numbers only what was typed, with stars for the rest. */
export const searchHitSchema = z.strictObject({
  field: z.enum(searchHitFields),
  /** What the line does not show: another name, or of a number the typed run; empty for all else. */
  text: z.string(),
})
export type SearchHit = z.infer<typeof searchHitSchema>

const hidden = '****'

/** A number with stars for all but the run that was typed: always four, so that its place and length are not told. */
export function maskAroundRun(number: string, run: string): string {
  const at = number.indexOf(run)
  if (run === '' || at < 0) return hidden
  // Whoever typed the whole number gets it masked like anybody else.
  if (number === run) return maskIdNumber(number)
  const isAtEnd = at + run.length === number.length
  return `${at === 0 ? '' : hidden}${run}${isAtEnd ? '' : hidden}`
}
