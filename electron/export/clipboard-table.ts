/** Shape: what a spreadsheet program takes from the clipboard: cells apart by tabs, rows by line ends. */
export function clipboardTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(clipboardCell).join('\t')).join('\r\n')
}

/** A spreadsheet program reads a pasted cell as if it were typed: what would become a formula, a date or another number says that it is a text. */
function clipboardCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ')
  return isChanged(flat) ? `="${flat.replaceAll('"', '""')}"` : flat
}

function isChanged(text: string): boolean {
  if (/^[=+\-@]/.test(text)) return true
  return /^[\d.:/-]+(?:E\d+)?$/i.test(text) && !/^(?:0|[1-9]\d{0,9})$/.test(text)
}
