import { officeLabels } from '../../../domain/labels/office.zh.ts'
import type { RegisterField } from '../../../domain/register-fields.ts'
import type { RegisterRow } from '../../../domain/register.ts'

/** What a line of a register shows of one field. */
export function registerText(row: RegisterRow, name: string, field: RegisterField): string {
  const value = row.values[name] ?? null
  // A post at a building without a unit is for the whole of it.
  if (value === '' && name === 'unit' && 'buildingId' in row.values) return officeLabels.list.wholeBuilding
  if (value === null || value === '') return ''
  switch (field.kind) {
    case 'code':
      return field.table[String(value)] ?? ''
    case 'tenths':
      return tenthsText(Number(value))
    case 'reference':
      return row.names[name] ?? officeLabels.list.gone
    case 'line':
    case 'decimal':
    case 'phone':
    case 'count':
    case 'date':
    case 'partialDate':
      return String(value)
  }
}

/** What a line is called: the resident it is about, else its name, else its first field. */
export function registerRowName(
  row: RegisterRow,
  fields: readonly (readonly [string, RegisterField])[],
): string {
  const named =
    fields.find(([name]) => name === 'residentId') ?? fields.find(([name]) => name === 'name') ?? fields[0]
  return named === undefined ? '' : registerText(row, ...named)
}

/** Unit: tenths, shown with at most one decimal. */
export function tenthsText(tenths: number): string {
  return String(tenths / 10)
}
