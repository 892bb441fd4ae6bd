import { ownValueText } from '../../domain/labels/resident-text.zh.ts'
import { maskLongNumbers } from '../../domain/mask.ts'
import { ownFieldIdOf, type OwnField, type OwnFieldKey } from '../../domain/own-field.ts'
import type { PaperNumbers } from '../../domain/paper-stamp.ts'
import type { StoredResident } from '../resident/resident.table.ts'

interface CellRules {
  readonly ownFields: readonly OwnField[]
  readonly numbers: PaperNumbers
}

/** What stands in a list for an own field of somebody; nobody knows which numbers are written into it. */
export function ownCell(
  key: OwnFieldKey,
  { ownValues }: Pick<StoredResident, 'ownValues'>,
  { ownFields, numbers }: CellRules,
): string {
  const id = ownFieldIdOf(key)
  const field = ownFields.find((one) => one.id === id)
  const value = ownValues.find(({ ownFieldId }) => ownFieldId === id)?.value
  if (field === undefined || value === undefined) return ''
  const text = ownValueText(field, value)
  return numbers === 'all' ? text : maskLongNumbers(text)
}
