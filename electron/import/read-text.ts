import Papa from 'papaparse'
import { FailureError } from '../../domain/failure.ts'

const delimiters = [',', '\t', ';', '|'] as const
const sampledRows = 60

/**
 * Text by its byte order mark, else UTF-8 if it is that without fault, else GB18030 (which holds GBK).
 * Throws: fileUnreadable when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8, which is how a Chinese Excel saves CSV.
    const text = new TextDecoder('gb18030').decode(bytes)
    const faults = text.match(/\ufffd/g)?.length ?? 0
    if (faults * 1000 > text.length) throw new FailureError('fileUnreadable')
    return text
  }
}

/** Rows of a text table; line breaks inside quotes stay in their cell. */
export function readDelimitedText(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) })
  return data.map((row) => row.map(unguarded))
}

/** Most columns in the most rows wins: title rows above and loose commas inside do not decide. */
function delimiterOf(text: string): string {
  let best: string = ','
  let bestScore = 0
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: sampledRows })
    const widths = new Map<number, number>()
    for (const row of data) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
    const score = Math.max(...[...widths].map(([width, count]) => (width - 1) * count))
    if (score > bestScore) {
      best = delimiter
      bestScore = score
    }
  }
  return best
}

/** Takes off ="…", which some systems write so that Excel leaves a number alone. */
function unguarded(cell: string): string {
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
}
