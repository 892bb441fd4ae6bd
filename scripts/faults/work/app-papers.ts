import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { noFilter } from '../../../domain/no-filter.ts'
import { readyRosters } from '../../../domain/ready-rosters.ts'
import { type ResidentDraft, ownPhone } from '../../../domain/resident.ts'
import { openAfterwards, people, sitDown, startOffice, valueOf } from '../app/app-office.ts'
import { roundWith } from '../app/app-records.ts'
import { closeOffice } from '../office-ledger.ts'
import {
  expectedOldSlips,
  expectedPreviews,
  expectedVisitLists,
  paperProblems,
  type Asker,
  type Numbers,
} from '../oracle/paper-masks.ts'
import { acknowledge } from './acknowledge.ts'
import { officePlan } from './office-plan.ts'

/*
 * A program of its own: the built app with a round of unmistakable people, of whom everybody asks for every paper, on
 * a printer and as a PDF; a paper is read by what its hidden window was given to draw.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const userData = join(folder, 'user')
const pdf = join(folder, 'paper.pdf')
const printer = 'Office printer'
const ways = ['print.savePdf', 'print.toPrinter'] as const
const reasonText = 'asked for by the street office'

const app = await startOffice(userData)
app.drawing.isOn = true
Object.assign(app.answers, { savePath: pdf, button: 1 })
const [step] = officePlan('edit', 3, 0).base
const listed = (step?.kind === 'import' ? step.people.slice(6, 18) : []).map(withPhones)
const ids: number[] = []
for (const draft of listed)
  ids.push((await valueOf<{ id: number }>(app.ask('resident.save', { id: null, revision: null, draft }))).id)
const round = await roundWith(app, ids)

/** The office has people besides those listed. */
const everybodyCount = (
  await valueOf<{ totalCount: number }>(app.ask('resident.list', { filter: noFilter, offset: 0, limit: 1 }))
).totalCount

const problems: string[] = []
let triedCount = 0
/** Shape: what must stand in the audit trail, in the order of the jobs. */
const expectedEntries: string[] = []

for (const asker of Object.keys(expectedVisitLists) as Asker[]) {
  await beAt(asker)
  await preview(asker)
  for (const numbers of ['masked', 'phones', 'all'] as const)
    for (const [hasReason, expected] of [
      [true, expectedVisitLists[asker][numbers][0]],
      [false, expectedVisitLists[asker][numbers][1]],
    ] as const)
      for (const way of ways)
        for (const kind of ['visitList', 'roster'] as const)
          await peoplePaper({ kind, asker, numbers, hasReason, way, expected })
  await oldSlip(asker)
}
await beAt('director')
await freshSlip()
await app.quit()
const { ledger } = await openAfterwards(userData)
const entries = ledger.raw
  .prepare<[string], string>(
    `SELECT role || ' ' || action || ' ' || coalesce(json_extract(detail, '$.paper'), '') || ' ' ||
       coalesce(json_extract(detail, '$.numbers'), '-') || ' ' || coalesce(json_extract(detail, '$.personCount'), 0) ||
       ' ' || coalesce(json_extract(detail, '$.purpose'), '-') || ' ' || (reason = ?)
     FROM auditEntry WHERE objectType = 'paper' ORDER BY seq`,
  )
  .pluck()
  .all(reasonText)
const serials = ledger.raw
  .prepare<[], string>(
    `SELECT json_extract(detail, '$.serial') FROM auditEntry WHERE action IN ('printed', 'savedAsPdf') ORDER BY seq`,
  )
  .pluck()
  .all()
closeOffice(ledger)
for (const [index, expected] of expectedEntries.entries())
  if (entries[index] !== expected)
    problems.push(`job ${index}: the trail says ${entries[index] ?? 'nothing'} instead of ${expected}`)
if (entries.length !== expectedEntries.length)
  problems.push(`${expectedEntries.length} entries of papers are expected, ${entries.length} are there`)
if (serials.some((serial, index) => !serial.endsWith(`-${index + 1}`)))
  problems.push('the papers are not counted one by one')
acknowledge(JSON.stringify({ triedCount, paperCount: serials.length, problems }))
// Its timers would keep it running.
process.exit(0)

function withPhones(draft: ResidentDraft, index: number): ResidentDraft {
  const phones = [0, 1].map((place) => ownPhone(`1378${String(6_120_347 + index * 7919 + place * 53)}`))
  return { ...draft, name: `Canary${String.fromCodePoint(0x41 + index)}`, phones }
}

async function beAt(asker: Asker): Promise<void> {
  if (asker === 'nobody') await app.ask('staff.signOut')
  else await sitDown(app, asker === 'covered' ? 'worker' : asker)
  if (asker === 'covered') await app.ask('staff.lock')
}

async function preview(asker: Asker): Promise<void> {
  triedCount += 1
  const reply = await app.ask('paper.visitList', { visitRoundId: round.id, offset: 0, limit: 200 })
  const answered = reply.ok ? 'shown' : reply.failure.code
  if (answered !== expectedPreviews[asker]) problems.push(`${asker} looking at a list: ${answered}`)
  if (reply.ok)
    tell(`${asker} looking at a list`, paperProblems(JSON.stringify(reply.value), 'masked', numbersOfAll()))
  // What is for the hidden window is for no page, whoever sits before it.
  const stolen = await app.ask('print.paper')
  if (stolen.ok) problems.push(`${asker}: the page is given the paper itself`)
}

interface Job {
  readonly kind: 'visitList' | 'roster'
  readonly asker: Asker
  readonly numbers: Numbers
  readonly hasReason: boolean
  readonly way: (typeof ways)[number]
  readonly expected: string
}

async function peoplePaper({ kind, asker, numbers, hasReason, way, expected }: Job): Promise<void> {
  const reason = hasReason ? { purpose: 'other', text: reasonText } : null
  const content = kind === 'visitList' ? { visitRoundId: round.id } : { roster: readyRosters.residents }
  const paper = { kind, ...content, numbers, reason }
  const { answered, text } = await job(way, paper)
  const what = `${kind}, ${asker}, ${numbers}, ${hasReason ? 'with' : 'without'} a reason, ${way}`
  if (answered !== expected) problems.push(`${what}: ${answered} instead of ${expected}`)
  if (expected !== 'leaves') {
    if (text !== '') problems.push(`${what}: something was drawn`)
    return
  }
  tell(what, paperProblems(text, numbers, numbersOfAll()))
  const action = way === 'print.savePdf' ? 'savedAsPdf' : 'printed'
  const purpose = hasReason ? 'other' : '-'
  expectedEntries.push(
    `${asker} ${action} ${kind} ${numbers} ${kind === 'roster' ? everybodyCount : ids.length} ${purpose} ${hasReason ? 1 : 0}`,
  )
}

/** The code is no secret of the ledger any more once it was typed back. */
async function oldSlip(asker: Asker): Promise<void> {
  for (const way of ways) {
    const { answered, text } = await job(way, { kind: 'recoveryCode' })
    if (answered !== expectedOldSlips[asker]) problems.push(`${asker}, an old slip, ${way}: ${answered}`)
    if (/"code":"[^"]{12}/.test(text)) problems.push(`${asker}, an old slip, ${way}: a code stands on it`)
    if (expectedOldSlips[asker] !== 'printFailed') continue
    const action = way === 'print.savePdf' ? 'savedAsPdf' : 'printed'
    expectedEntries.push(
      `${asker} ${action} recoveryCode - 0 - 0`,
      `${asker} paperFailed recoveryCode - 0 - 0`,
    )
  }
}

async function freshSlip(): Promise<void> {
  const { password } = people.director
  const { code } = await valueOf<{ code: string }>(app.ask('setup.renewRecoveryCode', { password }))
  const { answered, text } = await job('print.savePdf', { kind: 'recoveryCode' })
  if (answered !== 'leaves' || !text.includes(code))
    problems.push(`a fresh slip: ${answered}, or without the code`)
  for (const { idNumber, phones } of numbersOfAll())
    if ([idNumber, ...phones].some((number) => text.includes(number)))
      problems.push('a fresh slip tells of somebody')
  expectedEntries.push('director savedAsPdf recoveryCode - 0 - 0')
  await valueOf(app.ask('setup.confirmRecoveryCode', { recoveryCode: code }))
}

/** One paper: how it ended, and everything that reached its sheet, the file or the printer. */
async function job(way: Job['way'], paper: object): Promise<{ answered: string; text: string }> {
  triedCount += 1
  const options = { copyCount: 1, duplex: 'simplex', pages: null }
  const reply = await app.ask(
    way,
    way === 'print.savePdf' ? { paper, pages: null } : { paper, printerName: printer, options },
  )
  const sheets = app.drawing.sheets.splice(0)
  const written = existsSync(pdf) ? readFileSync(pdf, 'utf8') : ''
  rmSync(pdf, { force: true })
  const isOut = way === 'print.savePdf' ? written !== '' : sheets.some((sheet) => sheet.printer === printer)
  if (reply.ok !== isOut) problems.push(`${way}: told ${reply.ok ? 'made' : 'refused'}, but it is otherwise`)
  const answered = reply.ok ? 'leaves' : reply.failure.code
  return { answered, text: sheets.map((sheet) => JSON.stringify(sheet.reply)).join('') + written }
}

function numbersOfAll() {
  return listed.map(({ name, idNumber, phones }) => ({
    name,
    idNumber,
    phones: phones.map(({ number }) => number),
  }))
}

function tell(what: string, found: readonly string[]): void {
  problems.push(...found.map((problem) => `${what}: ${problem}`))
}
