import { hanFoldings } from './codes/han-folding.ts'

/** Below the first Chinese character of the table there is nothing to fold. */
const firstHan = 0x3400

/** By code point; filled on first use, as not every part of the program looks names up. */
let simplifiedOf: ReadonlyMap<number, string> | undefined

/**
 * The text with each traditional character as its simplified one, for looking up only: what is stored stays as it was
 * written. Characters without a partner, private ones too, stay. Source: OpenCC, character by character.
 */
export function foldHan(text: string): string {
  simplifiedOf ??= foldings()
  // Almost every text is simplified already and is given back as it is.
  for (let at = 0; at < text.length; at += 1) {
    const codePoint = text.codePointAt(at) ?? 0
    if (codePoint >= firstHan && simplifiedOf.has(codePoint)) return fold(text, simplifiedOf)
  }
  return text
}

function fold(text: string, partners: ReadonlyMap<number, string>): string {
  return [...text].map((character) => partners.get(character.codePointAt(0) ?? 0) ?? character).join('')
}

function foldings(): ReadonlyMap<number, string> {
  const simplified = [...hanFoldings.simplified]
  return new Map(
    [...hanFoldings.traditional].map((character, at) => [
      character.codePointAt(0) ?? 0,
      simplified[at] ?? character,
    ]),
  )
}
