/** The value of an attribute in a start tag, as it is written; undefined where it has none. */
export function attributeOf(tag: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? []
  return double ?? single
}

/** The tag with an attribute set, in its place where it has it. */
export function withAttribute(tag: string, name: string, value: string): string {
  const present = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`)
  if (present.test(tag)) return tag.replace(present, `$1"${value}"`)
  return tag.replace(/\s*(\/?>)$/, ` ${name}="${value}"$1`)
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    // The groups of the pattern are texts or absent.
    const [code, word] = [Number(hex ? `0x${String(hex)}` : decimal), String(name)]
    if (hex === undefined && decimal === undefined) return named[word] ?? whole
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The name of a cell: B5. Shape: one-based row, zero-based column. */
export function cellName(row: number, column: number): string {
  return columnLetters(column) + String(row)
}

function columnLetters(column: number): string {
  const head = column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : ''
  return head + String.fromCharCode(65 + (column % 26))
}

/** Shape: zero-based; undefined where the name is none. */
export function columnOfName(name: string): number | undefined {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(name) ?? []
  if (letters === undefined) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
