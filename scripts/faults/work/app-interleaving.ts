import { ownPhone } from '../../../domain/resident.ts'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Reply } from '../../../domain/failure.ts'
import { contentOf, type DrawnPaper } from '../../../domain/drawn-paper.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import type { VisitTask } from '../../../domain/visit.ts'
import { openAfterwards, startOffice, valueOf } from '../app/app-office.ts'
import { everybody, roundWith } from '../app/app-records.ts'
import { untouchedChange } from '../../../domain/testing/untouched-change.ts'
import { closeOffice } from '../office-ledger.ts'
import { lastWords } from '../oracle/last-words.ts'
import { recordsThere } from '../oracle/records-there.ts'
import { randomOf, type Random } from '../random.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: a list, a form and a paper that change the same people at once in the built app, each as its
 * page does: on the version it has seen, and after a refusal on both versions. The careless ones save their old
 * version over the new one.
 */

const { folder, count, isCareless } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly folder: string
  readonly count: number
  readonly isCareless: boolean
}
const mostTries = 6
const peopleCount = 3
const userData = join(folder, 'user')
const pdf = join(folder, 'paper.pdf')
const app = await startOffice(userData)
app.drawing.isOn = true
Object.assign(app.answers, { savePath: pdf, button: 1 })

const ids = (await everybody(app)).slice(0, peopleCount).map(({ id }) => id)
const round = await roundWith(app, ids)
const tasks = round.tasks.filter(({ residentId }) => ids.includes(residentId))
const atFirst = new Map<string, number>()
for (const id of ids) atFirst.set(`person ${id}`, (await personNow(id)).revision)
for (const { id, revision } of tasks) atFirst.set(`task ${id}`, revision)

const model = lastWords()
const problems: string[] = []
const orders = new Set<string>()
const figures = { saved: 0, refused: 0, papers: 0 }
let orderNow: string[] = []
let tokenCount = 0

for (let index = 0; index < count; index += 1) {
  orderNow = []
  const random = randomOf(20_261_130 + index)
  // Most of the time all three have the same person before them.
  const [first = 0] = ids.slice(random.below(ids.length))
  const target = () => (random.chance(0.8) ? first : (ids[random.below(ids.length)] ?? first))
  await Promise.all([
    listClient(target(), random),
    formClient(target(), random),
    paperClient(target(), random),
  ])
  orders.add(createHash('sha256').update(orderNow.join()).digest('hex'))
  await compareThrough()
}
await app.quit()
const { ledger } = await openAfterwards(userData)
for (const { record, id, fields, revision } of recordsThere(ledger.raw, ids))
  compare(record, id, { fields, revision })
closeOffice(ledger)
acknowledge(JSON.stringify({ ...figures, orderCount: orders.size, problems }))
// Its timers would keep it running.
process.exit(0)

/** What the pages show once nobody is at work; a phone by what its mask leaves of it. */
async function compareThrough(): Promise<void> {
  for (const id of ids) {
    const { note, currentAddress, phones, revision } = await personNow(id)
    const told = model.lastOf('person', id, 'phone') ?? ''
    const shown = phones[0]?.numberMasked ?? ''
    const phone = shown === `${told.slice(0, 3)}****${told.slice(-4)}` ? told : shown
    const fields = { note, currentAddress, ...(told === '' ? {} : { phone }) }
    compare('person', id, { fields, revision })
  }
  for (const { id } of tasks) {
    const { note, visitor, revision } = await taskNow(id)
    compare('task', id, { fields: { note, visitor }, revision })
  }
}

function compare(
  record: 'person' | 'task',
  id: number,
  { fields, revision }: { readonly fields: Readonly<Record<string, string>>; readonly revision: number },
): void {
  const savedCount = revision - (atFirst.get(`${record} ${id}`) ?? 0)
  problems.push(...model.lossesIn(record, id, { fields, savedCount }))
}

async function listClient(personId: number, random: Random): Promise<void> {
  await changeTask(personId, 'note', random)
  await changePerson(personId, 'currentAddress', random)
}

async function formClient(personId: number, random: Random): Promise<void> {
  await changePerson(personId, 'note', random)
  await changePerson(personId, 'note', random)
}

async function paperClient(personId: number, random: Random): Promise<void> {
  await checkPaper()
  await changeTask(personId, 'visitor', random)
  await changePerson(personId, 'phone', random)
}

/** A paper shows what was saved by the time it was asked for. */
async function checkPaper(): Promise<void> {
  const reason = { purpose: 'contact', text: '' }
  const paper = { kind: 'visitList', visitRoundId: round.id, numbers: 'phones', reason }
  await valueOf(app.ask('print.savePdf', { paper, pages: null }))
  rmSync(pdf)
  figures.papers += 1
  orderNow.push('paper')
  // The sheet's reply is the contract's own.
  const sheet = app.drawing.sheets.splice(0).at(-1)?.reply as Reply<DrawnPaper> | undefined
  const list = sheet?.ok === true ? contentOf(sheet.value, 'visitList') : undefined
  const phones = new Set(list?.rows.map(({ phone }) => phone))
  for (const id of ids) {
    const told = model.lastOf('person', id, 'phone')
    if (told !== undefined && !phones.has(told)) problems.push(`the paper lacks the phone of person ${id}`)
  }
}

function changePerson(id: number, field: 'note' | 'currentAddress' | 'phone', random: Random): Promise<void> {
  const save = (base: ResidentView, value: string) => {
    const draft = untouchedChange(base)
    const [, ...others] = draft.phones
    const changed = field === 'phone' ? { phones: [ownPhone(value), ...others] } : { [field]: value }
    return app.ask('resident.save', { id, revision: base.revision, draft: { ...draft, ...changed } })
  }
  return change({ record: 'person', id, field, load: () => personNow(id), save }, random)
}

function changeTask(personId: number, field: 'note' | 'visitor', random: Random): Promise<void> {
  const id = tasks.find(({ residentId }) => residentId === personId)?.id ?? 0
  const save = ({ revision, visitor, note }: VisitTask, value: string) => {
    const result = { outcome: 'done', visitedOn: '2020-01-01', visitor: visitor || 'somebody', note }
    return app.ask('visitTask.record', { visitTaskId: id, revision, ...result, [field]: value })
  }
  return change({ record: 'task', id, field, load: () => taskNow(id), save }, random)
}

interface Change<T> {
  readonly record: 'person' | 'task'
  readonly id: number
  readonly field: string
  readonly load: () => Promise<T>
  readonly save: (base: T, value: string) => Promise<Reply<unknown>>
}

async function change<T extends { readonly revision: number }>(
  { record, id, field, load, save }: Change<T>,
  random: Random,
): Promise<void> {
  tokenCount += 1
  const value = `199${String(tokenCount).padStart(8, '0')}`
  let base = await load()
  orderNow.push(`${field} ${id} seen`)
  for (let tries = 0; tries < mostTries; tries += 1) {
    await think(random)
    orderNow.push(`${field} ${id} sent`)
    const reply = await save(base, value)
    orderNow.push(`${field} ${id} ${reply.ok ? 'saved' : reply.failure.code}`)
    if (reply.ok) {
      model.saved(record, id, field, value)
      figures.saved += 1
      return
    }
    figures.refused += 1
    if (reply.failure.code !== 'staleRecord') {
      problems.push(`${record} ${id}: ${field} is refused as ${reply.failure.code}`)
      return
    }
    const theirs = await load()
    if (!isCareless && theirs.revision <= base.revision)
      problems.push(`${record} ${id}: ${field} is refused as stale though nobody else has saved`)
    // The page shows both versions: what this client did not change is taken from the other one.
    base = isCareless ? { ...base, revision: theirs.revision } : theirs
  }
}

function personNow(id: number): Promise<ResidentView> {
  return valueOf<ResidentView>(app.ask('resident.get', { id }))
}

function taskNow(id: number): Promise<VisitTask> {
  return valueOf<VisitTask>(app.ask('visitTask.get', { id }))
}

async function think(random: Random): Promise<void> {
  if (random.chance(0.3)) await pause(random.below(4))
  else for (let turn = random.below(6); turn > 0; turn -= 1) await new Promise(setImmediate)
}
