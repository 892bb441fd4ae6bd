import type { VisitListRow } from '../../domain/paper.ts'
import { paperFontStack } from './paper-font.ts'

/** Unit: canvas pixels. */
const tile = 32

/**
 * Characters no font may draw: noncharacters and unassigned code points. What they look like is what a missing
 * character looks like; they differ by the fallback the engine tries for their plane.
 */
const knownMissing = ['\u{10FFFE}', '\u{1FFFE}', '\u{2FFFE}', '\u{3FFFE}', '\u{0378}', '\u{FFFE}']

const drawsNothing = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}]$/u

/** Answers for one character whether a font on this machine has it. */
export type HasGlyph = (character: string) => boolean

/** Compares drawn characters with the box the engine draws for what it doesn't have; needs fonts to be ready. */
export function createGlyphCheck(): HasGlyph {
  const canvas = document.createElement('canvas')
  canvas.width = tile
  canvas.height = tile
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return () => true
  context.font = `24px ${paperFontStack}`
  context.textBaseline = 'middle'
  context.textAlign = 'center'

  const drawn = (character: string): Uint32Array => {
    context.clearRect(0, 0, tile, tile)
    context.fillText(character, tile / 2, tile / 2)
    return new Uint32Array(context.getImageData(0, 0, tile, tile).data.buffer)
  }
  const boxes = [drawn(' '), ...knownMissing.map(drawn)]
  const looksMissing = (character: string) => {
    const pixels = drawn(character)
    return boxes.some((box) => box.every((pixel, index) => pixel === pixels[index]))
  }
  const answers = new Map<string, boolean>()
  return (character) => {
    const known = answers.get(character)
    if (known !== undefined) return known
    const hasGlyph = drawsNothing.test(character) || !looksMissing(character)
    answers.set(character, hasGlyph)
    return hasGlyph
  }
}

/** The characters of some texts that can't be printed, each once. */
export function missingCharacters(texts: Iterable<string>, hasGlyph: HasGlyph): readonly string[] {
  const characters = new Set<string>()
  for (const text of texts) for (const character of text) characters.add(character)
  return [...characters].filter((character) => !hasGlyph(character))
}

/** The people whose name or address can't be printed in full, each once, in the list's order. */
export function namesWithMissingGlyphs(rows: readonly VisitListRow[], hasGlyph: HasGlyph): readonly string[] {
  const names = rows
    .filter((row) => Array.from(row.name + row.address).some((character) => !hasGlyph(character)))
    .map((row) => row.name)
  return [...new Set(names)]
}
