/** Unit: UTF-16 code units, as Excel counts. */
const mostLength = 31

/** A text as the name of a sheet: without the signs it may not have, and never cut within a character. Source: ECMA-376 part 1, 18.2.19. */
export function sheetName(text: string): string {
  const usable = text.replace(/[[\]:*?/\\']/g, ' ').trim()
  return (
    usable
      .slice(0, mostLength)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trim() || '1'
  )
}
