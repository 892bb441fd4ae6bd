import { ownValueText } from './labels/resident-text.zh.ts'
import { maskLongNumbers } from './mask.ts'
import { ownFieldIdOf, type OwnField, type OwnFieldKey } from './own-field.ts'
import type { OwnValue } from './own-value.ts'
import type { PaperNumbers } from './paper-stamp.ts'

interface CellRules {
  readonly ownFields: readonly OwnField[]
  readonly numbers: PaperNumbers
}

/** What stands in a list or on a roster for an own field; nobody knows which numbers are written into it. */
export function ownCell(
  key: OwnFieldKey,
  values: readonly OwnValue[],
  { ownFields, numbers }: CellRules,
): string {
  const id = ownFieldIdOf(key)
  const field = ownFields.find((one) => one.id === id)
  const value = values.find(({ ownFieldId }) => ownFieldId === id)?.value
  if (field === undefined || value === undefined) return ''
  const text = ownValueText(field, value)
  return numbers === 'all' ? text : maskLongNumbers(text)
}
