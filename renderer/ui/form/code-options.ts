/** A code table as the options of a field; numbered codes in their order, which an object alone does not keep. */
export function codeOptions(table: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(table).sort(([one], [other]) =>
    /^\d+$/.test(one) && /^\d+$/.test(other) ? Number(one) - Number(other) : 0,
  )
}
