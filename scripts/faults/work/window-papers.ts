import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dialogTexts } from '../../../domain/labels/dialog.zh.ts'
import { readyRosters } from '../../../domain/ready-rosters.ts'
import type { Roster } from '../../../domain/roster.ts'
import { aResidentDraft } from '../../../domain/testing/builders.ts'
import { answerQuestions, answerSaveDialog, type RunningApp } from '../../../e2e/testing/launch-app.ts'
import { askFrom } from './app-window.ts'

/*
 * Papers of the packaged app: people who can be told apart in the text of a PDF, and what a PDF says by other programs.
 */

/** Unmistakable also where a line was broken inside. */
export function markOf(order: number): string {
  return `Hu${String(order).padStart(5, '0')}x`
}

/** A character of extension A that names have. */
const rareSurname = '\u3653'

/** Some sixty Chinese characters. */
const longAddress = String.fromCodePoint(...Array.from({ length: 60 }, (_, index) => 0x4e00 + index))

/** Adds people from one order to another, every third at a long address and every fifth with a rare character. */
export async function addPeople({ window }: RunningApp, from: number, to: number): Promise<void> {
  for (let order = from; order <= to; order += 1) {
    const draft = aResidentDraft({
      name: `${order % 5 === 0 ? rareSurname : ''}${markOf(order)}`,
      idDocumentType: 'none',
      idNumber: '',
      dwelling:
        order % 3 === 0 ? null : { building: `B${(order % 4) + 1}`, unit: '1', room: String(1000 + order) },
      currentAddress: order % 3 === 0 ? longAddress : '',
    })
    const reply = await askFrom(window, 'resident.save', { id: null, revision: null, draft })
    if (!reply.ok) throw new Error(`somebody is refused: ${reply.failure.code}`)
  }
}

/** A roster of everybody on some paper. */
export function rosterOn(change: Partial<Roster>) {
  const roster = { ...readyRosters.residents, ...change }
  return { kind: 'roster', roster, numbers: 'masked', reason: null } as const
}

/** Answers the failure's code, or null for a PDF that was saved. */
export async function savedPdf(running: RunningApp, paper: object, path: string): Promise<string | null> {
  await answerSaveDialog(running, path)
  await answerQuestions(running, dialogTexts.bulkPaper('savedAsPdf', 'masked', 1).goOn)
  const reply = await askFrom(running.window, 'print.savePdf', { paper, pages: null })
  if (!reply.ok) return reply.failure.code
  return existsSync(path) ? null : 'nothing was written'
}

interface PageText {
  /** Without any space. */
  readonly text: string
  /** How many words stand over an edge. */
  readonly outsideCount: number
}

/** What stands on each page, and whether all of it is on the sheet. */
export function pagesOf(path: string): readonly PageText[] {
  const xml = execFileSync('pdftotext', ['-bbox', path, '-'], { maxBuffer: 1 << 28 }).toString()
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width = '0', height = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []
      const words = [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
      ]
      const outside = words.filter(
        ([, xMin, yMin, xMax, yMax]) =>
          Number(xMin) < 0 ||
          Number(yMin) < 0 ||
          Number(xMax) > Number(width) ||
          Number(yMax) > Number(height),
      )
      return { text: words.map(([, , , , , word = '']) => word).join(''), outsideCount: outside.length }
    })
}

/** The names of fonts that a PDF does not carry with it. */
export function fontsNotInside(path: string): readonly string[] {
  const lines = execFileSync('pdffonts', [path]).toString().trim().split('\n').slice(2)
  return lines.filter((line) => !/ yes +(yes|no) +(yes|no) +\d+ +\d+$/.test(line))
}
