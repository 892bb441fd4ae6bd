import { join } from 'node:path'
import { aResidentDraft } from '../../../domain/testing/builders.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { askFrom, launchOffice } from '../work/app-window.ts'
import { fontsNotInside, pagesOf, rosterOn, savedPdf } from '../work/window-papers.ts'

/** Surnames that few have, and characters beyond the first plane. */
const rareNames = [
  '\u{4e93}\u{5b98}\u{96ea}',
  '\u{79a4}\u{56fd}\u{7ef4}',
  '\u{9004}\u{9526}\u{805a}',
  '\u{4edd}\u{5353}',
  '\u{7228}\u{8389}',
  '\u{36c3}\u{6676}',
  '\u{2cc56}\u{607a}',
  '\u{2c029}\u{73ae}',
]

/** Every character of a name is drawn by a font that the PDF carries with it. */
export const glyphsOfNames: Experiment = {
  id: 'P3',
  what: 'names with all characters of GB 2312 and rare ones: fonts inside, read back whole',
  needsWindow: true,
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const characters = commonCharacters().slice(0, size({ fast: 1200, ci: 6763, release: 6763 }))
    const names = [...rareNames, ...chunksOf(characters, 40)]
    const running = await launchOffice(join(folder, 'user'))
    const path = join(folder, 'names.pdf')
    try {
      for (const name of names) {
        const draft = aResidentDraft({ name, idDocumentType: 'none', idNumber: '' })
        const reply = await askFrom(running.window, 'resident.save', { id: null, revision: null, draft })
        if (!reply.ok) throw new Error(`a name is refused: ${reply.failure.code}`)
      }
      const failure = await savedPdf(running, rosterOn({}), path)
      if (failure !== null) return { triedCount: 1, misses: [failure] }
    } finally {
      await running.app.close()
    }
    const text = pagesOf(path)
      .map((page) => page.text)
      .join('')
    const lost = [...new Set(names.join(''))].filter((character) => !text.includes(character))
    expect(lost.length === 0, `not read back: ${lost.slice(0, 20).join('')}`)
    for (const font of fontsNotInside(path)) misses.push(`not inside: ${font}`)
    return { triedCount: names.length, misses }
  },
}

/** Both levels of GB 2312, which GB 18030 begins with. */
function commonCharacters(): readonly string[] {
  const decoder = new TextDecoder('gb18030')
  const characters: string[] = []
  for (let high = 0xb0; high <= 0xf7; high += 1)
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low))
      if (/^\p{Script=Han}$/u.test(character)) characters.push(character)
    }
  return characters
}

function chunksOf(characters: readonly string[], length: number): readonly string[] {
  const chunks: string[] = []
  for (let start = 0; start < characters.length; start += length)
    chunks.push(characters.slice(start, start + length).join(''))
  return chunks
}
