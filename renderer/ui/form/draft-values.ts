/** The fields whose values differ; null when none does. */
export function changedFields<Values extends object>(
  values: Values,
  before: Values,
): Readonly<Record<string, unknown>> | null {
  const old = new Map<string, unknown>(Object.entries(before))
  const changed = Object.entries(values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(old.get(name)),
  )
  return changed.length === 0 ? null : Object.fromEntries(changed)
}

/** The values with what was kept of them put in; whatever another version of the program kept otherwise is left out. */
export function withKept<Values extends object>(
  values: Values,
  stored: Readonly<Record<string, unknown>>,
  /** What a row of each list looks like. */
  rows: Readonly<Record<string, object>> = {},
): Values {
  const taken = Object.entries(values).map(([name, value]: [string, unknown]) => {
    const kept = stored[name]
    const row = rows[name]
    const isAlike = row === undefined ? alike(value, kept) : areRows(kept, row)
    return [name, isAlike ? kept : value] as const
  })
  // Every field is either the one there was or of the same kind.
  return Object.fromEntries(taken) as Values
}

function areRows(kept: unknown, row: object): boolean {
  return Array.isArray(kept) && kept.every((one) => alike(row, one))
}

/** A text may have been emptied into null, and null filled with a text. */
function alike(value: unknown, kept: unknown): boolean {
  if (isTextOrNull(value)) return isTextOrNull(kept)
  if (Array.isArray(value)) return Array.isArray(kept) && kept.every((one) => typeof one === 'string')
  if (typeof value !== 'object' || value === null) return typeof kept === typeof value
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return false
  const [one, other] = [Object.entries(value), { ...kept } as Readonly<Record<string, unknown>>]
  return Object.keys(other).length === one.length && one.every(([name, part]) => alike(part, other[name]))
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}
