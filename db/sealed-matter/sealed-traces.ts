import { z } from 'zod'
import { bulkChangeSchema } from '../../domain/bulk-change.ts'
import { sealedPlaces, type SealableKind, type SealedPlaces } from '../../domain/sealed-content.ts'

const rows = z.array(z.looseObject({}))

/** Whether a list of tags or benefits names one that belongs to a matter. */
function namesOne(kind: SealableKind, json: string): boolean {
  const list = rows.safeParse(JSON.parse(json))
  return list.success && list.data.some((row) => isOfMatter(kind, row))
}

function isOfMatter(kind: SealableKind, row: Readonly<Record<string, unknown>>): boolean {
  const { careTags, benefits }: SealedPlaces = sealedPlaces[kind]
  const codes: readonly unknown[] = [...careTags, ...benefits]
  return codes.includes(row['careTag']) || codes.includes(row['benefit'])
}

/** Whether a change of a field, as it was written down, tells of what belongs to a matter. */
export function changeTells(
  kind: SealableKind,
  { field, before, after }: { readonly field: string; readonly before: string; readonly after: string },
): boolean {
  if (field === sealedPlaces[kind].field) return true
  const isList = field === 'careTags' || field === 'benefits'
  return isList && [before, after].some((json) => json.startsWith('[') && namesOne(kind, json))
}

/** A copy of a record, or of a part of it, without what belongs to a matter. */
export function withoutMatter(kind: SealableKind, copy: object): object {
  const { field } = sealedPlaces[kind]
  return Object.fromEntries(
    Object.entries(copy).flatMap(([key, value]): [string, unknown][] => {
      if (key === field) return []
      const isList = key === 'careTags' || key === 'benefits'
      const list = isList ? rows.safeParse(value) : null
      return [[key, list?.success === true ? list.data.filter((row) => !isOfMatter(kind, row)) : value]]
    }),
  )
}

/** Whether a change of many people was about what belongs to a matter. */
export function bulkTells(kind: SealableKind, changeJson: string): boolean {
  const change = bulkChangeSchema.parse(JSON.parse(changeJson))
  return change.kind === 'setField' ? change.field === sealedPlaces[kind].field : isOfMatter(kind, change)
}

const columnsOfFields: Readonly<Record<string, readonly string[]>> = {
  health: ['health'],
  disability: ['disabilityCategory', 'disabilityGrade', 'disabilityReissueCount'],
}

/** What a merge keeps of a row, without what belongs to a matter; null where nothing is left to tell. */
export function mergedRowWithout(kind: SealableKind, tableName: string, json: string): string | null {
  if (json === '') return json
  const row = z.looseObject({}).parse(JSON.parse(json))
  if (tableName === 'residentCareTag' || tableName === 'residentBenefit')
    return isOfMatter(kind, row) ? null : json
  if (tableName !== 'resident') return json
  const columns = columnsOfFields[sealedPlaces[kind].field ?? ''] ?? []
  const hushed = columns.filter((column) => column in row).map((column) => [column, null])
  return JSON.stringify({ ...row, ...Object.fromEntries(hushed) })
}
