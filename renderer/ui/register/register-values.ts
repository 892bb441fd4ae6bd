import { z } from 'zod'
import { type RegisterField, fieldsOf } from '../../../domain/register-fields.ts'
import {
  type RegisterDraft,
  type RegisterName,
  type RegisterRow,
  registerDrafts,
} from '../../../domain/register.ts'
import { registerText, tenthsText } from './register-text.ts'

/** Shape: a line as it is typed: texts, and null for what is not chosen. */
export type RegisterValues = Record<string, string | null>

/** What the form shows of a line, or of a new one. */
export function registerValues(
  register: RegisterName,
  row: RegisterRow | null,
  given: RegisterValues,
): RegisterValues {
  return Object.fromEntries(
    fieldsOf(register).map(([name, field]) => [
      name,
      row === null ? (given[name] ?? blankOf(field)) : typedOf(row.values[name] ?? null, field),
    ]),
  )
}

/** Reads what was typed into a draft, by the schema that the channel uses too. */
export function registerFormSchema<R extends RegisterName>(
  register: R,
): z.ZodType<RegisterDraft<R>, RegisterValues> {
  const schema = z
    .record(z.string(), z.string().nullable())
    .transform((values) =>
      Object.fromEntries(
        fieldsOf(register).map(([name, field]) => [name, valueOf(values[name] ?? null, field)]),
      ),
    )
    .pipe(registerDrafts[register])
  // The form can write any text where the draft has a number or a code; the check decides.
  return schema as z.ZodType<RegisterDraft<R>, RegisterValues>
}

function blankOf(field: RegisterField): string | null {
  if (field.kind === 'code' && field.isRequired) return Object.keys(field.table)[0] ?? null
  return isTyped(field) ? '' : null
}

function typedOf(value: string | number | null, field: RegisterField): string | null {
  if (value === null) return isTyped(field) ? '' : null
  return field.kind === 'tenths' ? tenthsText(Number(value)) : String(value)
}

function valueOf(text: string | null, field: RegisterField): string | number | null {
  const typed = text?.trim() ?? ''
  switch (field.kind) {
    case 'line':
    case 'phone':
      return typed
    case 'decimal':
      return typed.normalize('NFKC')
    case 'count':
    case 'reference':
      return numberIn(typed, /^\d+$/)
    case 'tenths': {
      const number = numberIn(typed, /^\d+(\.\d)?$/)
      return number === null ? null : Math.round(number * 10)
    }
    case 'code':
    case 'date':
    case 'partialDate':
      return typed === '' ? null : typed
  }
}

/** Null where nothing is typed; NaN, which every schema refuses, for what is not written as such a number. */
function numberIn(typed: string, pattern: RegExp): number | null {
  const cleaned = typed.normalize('NFKC')
  if (cleaned === '') return null
  return pattern.test(cleaned) ? Number(cleaned) : NaN
}

function isTyped({ kind }: RegisterField): boolean {
  return kind === 'line' || kind === 'phone' || kind === 'decimal' || kind === 'count' || kind === 'tenths'
}

/** What a chosen reference is called, when the line was read. */
export function nameOfReference(row: RegisterRow | null, name: string, field: RegisterField): string {
  return row === null ? '' : registerText(row, name, field)
}
