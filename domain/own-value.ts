import { z } from 'zod'
import { parseTypedPartialDate } from './calendar-date.ts'
import type { OwnField } from './own-field.ts'
import { storableLine } from './storable-text.ts'

/** Unit: characters. */
export const longestOwnValue = 200

/** Shape: what somebody has in one own field, as text in the one form of its kind; whoever has nothing has no value. */
const ownValueSchema = z.strictObject({
  ownFieldId: z.int().min(1),
  value: storableLine(longestOwnValue).min(1),
})
export type OwnValue = z.infer<typeof ownValueSchema>

/** Shape: all that somebody has in own fields; the order means nothing. */
export const ownValuesSchema = z.array(ownValueSchema).max(120)

/** Yes and no as they are stored. */
const yesNoValues = ['yes', 'no'] as const

/** Unit: digits that count. So many stay exact in whatever a number is compared with. */
const mostDigits = 15

const canonicalNumber = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/

export type OwnValueProblem = 'text' | 'number' | 'numberTooLong' | 'date' | 'choice' | 'yesNo'

export type OwnValueReading =
  { readonly ok: true; readonly value: string } | { readonly ok: false; readonly problem: OwnValueProblem }

/** What was typed as it is stored; choices and yes or no are given as they are stored. */
export function readOwnValue({ kind, choices }: OwnField, typed: string): OwnValueReading {
  const text = typed.trim()
  switch (kind) {
    case 'text':
      return text.length <= longestOwnValue && text.isWellFormed() && !/[\r\n]/.test(text)
        ? { ok: true, value: text }
        : { ok: false, problem: 'text' }
    case 'number':
      return readOwnNumber(text)
    case 'date': {
      const reading = parseTypedPartialDate(text)
      return reading.ok ? { ok: true, value: reading.date } : { ok: false, problem: 'date' }
    }
    case 'choice':
      return choices.some(({ id }) => String(id) === text)
        ? { ok: true, value: text }
        : { ok: false, problem: 'choice' }
    case 'yesNo':
      return yesNoValues.some((value) => value === text)
        ? { ok: true, value: text }
        : { ok: false, problem: 'yesNo' }
  }
}

/** Whether a text is a value of a field just as it is stored. */
export function isOwnValue(field: OwnField, value: string): boolean {
  const reading = readOwnValue(field, value)
  return reading.ok && reading.value === value && value !== ''
}

/** Digits are kept as they were typed, without the zeros that say nothing: no number is rounded. */
export function readOwnNumber(text: string): OwnValueReading {
  const typed = text
    .normalize('NFKC')
    .replaceAll(/[\s,]/g, '')
    .replace(/^[\u2212\u2013]/, '-')
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(typed)
  if (match === null) return { ok: false, problem: 'number' }
  const [, sign, whole = '', decimals = ''] = match
  const fraction = decimals.replace(/0+$/, '')
  const digits = `${whole.replace(/^0+(?=\d)/, '')}${fraction === '' ? '' : `.${fraction}`}`
  if (digits.replaceAll(/^0\.0*|\./g, '').length > mostDigits) return { ok: false, problem: 'numberTooLong' }
  return { ok: true, value: sign === '-' && digits !== '0' ? `-${digits}` : digits }
}

/** Shape: a decimal number in its one form, to compare own numbers with. */
export const ownNumberSchema = z
  .string()
  .max(24)
  .refine((text) => canonicalNumber.test(text) && text !== '-0', 'ownNumber')
