import { pixelsPerMm } from '../ui/paper/pixels-per-mm.ts'
import { measureTexts, type TextType } from './measure-texts.ts'
import { paperFontStack } from './paper-font.ts'
import type { RosterRuler } from './roster-layout.ts'

/** Characters that stand alone, whatever is beside them. */
const plainText = /^[\p{Script=Han}\p{Script=Latin}\p{Nd}\p{P}\p{S} \u3000]*$/u

/** Measures with the fonts of this machine; needs them to be ready. */
export function createRosterRuler(): RosterRuler {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, Map<string, number>>()

  const drawnWidth = (text: string, { fontSizePt, isBold }: TextType): number => {
    if (context === null) return 0
    // Tenfold, so that no rounding of the engine's counts.
    context.font = `${isBold ? '700' : '400'} ${fontSizePt * 10}pt ${paperFontStack}`
    context.fontKerning = 'none'
    return context.measureText(text).width / 10 / pixelsPerMm
  }
  return {
    widthOf: (text, type) => {
      if (!plainText.test(text)) return drawnWidth(text, type)
      const key = `${type.fontSizePt} ${type.isBold}`
      const widths = known.get(key) ?? new Map<string, number>()
      known.set(key, widths)
      let sum = 0
      for (const character of text) {
        const width = widths.get(character) ?? drawnWidth(character, type)
        widths.set(character, width)
        sum += width
      }
      return sum
    },
    heightsOf: measureTexts,
  }
}
