import { noFilter } from '../../../domain/no-filter.ts'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AppState } from '../../../domain/app-state.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import type { VisitRound, VisitTask } from '../../../domain/visit.ts'
import { appFigures, type AppFigures } from '../app/app-figures.ts'
import { ledgerFileIn, openAfterwards, people, sitDown, startOffice, valueOf } from '../app/app-office.ts'
import { tasksOf } from '../app/app-records.ts'
import { performThroughApp, viewOf } from '../app/app-steps.ts'
import { closeOffice } from '../office-ledger.ts'
import { afterStep, emptyOffice, officeText } from '../oracle/office-model.ts'
import { officeThere } from '../oracle/office-there.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { visitTexts, type VisitModel } from '../oracle/visit-model.ts'
import { randomOf } from '../random.ts'
import { acknowledge } from './acknowledge.ts'
import { officePlan } from './office-plan.ts'

/*
 * A program of its own: the built app at office work, one thing after another at full speed: looking people up, writing
 * them down, rosters in and out again, visits, papers, backups, breaks, and somebody else at the desk.
 */

const { folder, actionCount, sampleCount } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly folder: string
  readonly actionCount: number
  readonly sampleCount: number
}
const seed = 3
/** As `startOffice` wrote them down. */
const peopleAtFirst = 6
const pin = '402917'
const userData = join(folder, 'user')
const rosterFile = join(folder, 'roster.csv')
const random = randomOf(20_261_130)
const problems: string[] = []
const done: Record<string, number> = {}
const figures: AppFigures[] = []

const app = await startOffice(userData)
const ledgerFile = ledgerFileIn(userData)
app.drawing.isOn = true
Object.assign(app.answers, { openPath: rosterFile, savePath: join(folder, 'paper.pdf'), button: 1 })
await valueOf(app.ask('staff.setOwnPin', { password: people.director.password, pin }))

const { base, steps } = officePlan('days', seed, actionCount)
let office = emptyOffice
const visits: VisitModel = new Map()
let roundId = 0
let stepIndex = 0
let isImportFresh = false
for (const step of base) {
  if (step.kind !== 'import') continue
  for (const draft of step.people.slice(0, peopleAtFirst)) office = afterStep(office, { kind: 'add', draft })
  const rest = { ...step, fileName: 'roster.csv', people: step.people.slice(peopleAtFirst) }
  await performThroughApp({ app, office, rosterFile }, rest)
  office = afterStep(office, rest)
}
await openRound()

/** What happens how often; the rest is writing. */
const actions: readonly (readonly [share: number, name: string, act: () => Promise<void>])[] = [
  [0.24, 'search', search],
  [0.2, 'open', openPerson],
  [0.18, 'visit', recordVisit],
  [0.05, 'refused', askWrongly],
  [0.04, 'lists', lookAtLists],
  [0.02, 'paper', printPaper],
  [0.012, 'lock', lockAndUnlock],
  [0.008, 'backup', makeBackup],
  [0.006, 'somebody else', letSomebodyElse],
  [0.002, 'round', openRound],
]
const sampleEvery = Math.max(1, Math.floor(actionCount / sampleCount))
for (let index = 0; index < actionCount; index += 1) {
  if (index % sampleEvery === 0) figures.push(await appFigures(userData, ledgerFile, index))
  const { name, act } = nextAction()
  done[name] = (done[name] ?? 0) + 1
  try {
    await act()
  } catch (error) {
    problems.push(`${name} after ${index} actions: ${error instanceof Error ? (error.stack ?? '') : ''}`)
    // Whatever was half done, the model knows nothing of it.
    break
  }
}
figures.push(await appFigures(userData, ledgerFile, actionCount))
await app.quit()
const left = readdirSync(dirname(ledgerFile)).filter((name) => /\.(part|copy|restoring)/.test(name))
if (left.length > 0) problems.push(`left beside the ledger: ${left.join(', ')}`)
const { ledger } = await openAfterwards(userData)
problems.push(...faultsOf(ledger.raw))
if (officeThere(ledger.raw) !== officeText(office))
  problems.push('the people are others than those written down')
const texts = visitTexts(visits, ledger.raw)
if (texts.meant !== texts.there) problems.push('the visits are others than those written down')
const entryCount = ledger.raw.prepare<[], number>('SELECT count(*) FROM auditEntry').pluck().get() ?? 0
closeOffice(ledger)
acknowledge(JSON.stringify({ done, figures, entryCount, peopleCount: office.people.size, problems }))
// Its timers would keep it running.
process.exit(0)

function nextAction(): { readonly name: string; readonly act: () => Promise<void> } {
  let place = random.next()
  for (const [share, name, act] of actions) {
    if (place < share) return { name, act }
    place -= share
  }
  return { name: 'write', act: write }
}

/** Somebody who is there for good: who came with the roster of a moment ago may be gone again. */
function somebody(): string {
  const numbers = [...office.people.keys()]
  return numbers[random.below(Math.min(numbers.length, 60))] ?? ''
}

async function write(): Promise<void> {
  const planned = steps[stepIndex]
  if (planned === undefined || planned.kind === 'reopen') return
  stepIndex += 1
  const step = planned.kind === 'import' ? { ...planned, fileName: 'roster.csv' } : planned
  await performThroughApp({ app, office, rosterFile }, step)
  office = afterStep(office, step)
  isImportFresh = step.kind === 'import'
}

async function search(): Promise<void> {
  const idNumber = somebody()
  const filter = { ...noFilter, search: idNumber }
  const request = { filter, offset: 0, limit: 50 }
  const { totalCount } = await valueOf<{ totalCount: number }>(app.ask('resident.list', request))
  if (totalCount !== 1) problems.push(`a number that one person has finds ${totalCount}`)
  const name = office.people.get(idNumber)?.draft.name ?? ''
  const byName = { ...request, filter: { ...filter, search: name.slice(0, 2) } }
  const found = await valueOf<{ totalCount: number }>(app.ask('resident.list', byName))
  if (found.totalCount < 1) problems.push('the beginning of a name finds nobody')
}

async function openPerson(): Promise<void> {
  const idNumber = somebody()
  const view = await viewOf(app, idNumber)
  const known = office.people.get(idNumber)
  if (view.revision !== known?.revision || view.note !== known.draft.note)
    problems.push('a page shows another version than the last one that was saved')
  await valueOf(app.ask('household.get', { id: view.householdId }))
  await valueOf(app.ask('resident.visits', { id: view.id }))
}

async function openRound(): Promise<void> {
  // Who is on a list stays when a roster is taken back.
  if (isImportFresh) return
  const draft = {
    name: 'Round',
    festival: 'springFestival',
    year: 2027,
    cutoffOn: '2027-02-05',
    ruleIds: [1],
  }
  roundId = (await valueOf<VisitRound>(app.ask('visitRound.create', draft))).id
  for (let offset = 0; ; offset += 200) {
    const tasks = await tasksOf(app, roundId, offset)
    for (const { id, revision, outcome, visitor, note } of tasks)
      visits.set(id, { revision, outcome, visitor, note })
    if (tasks.length < 200) return
  }
}

async function recordVisit(): Promise<void> {
  const [id = 0] = [...visits.keys()].slice(-1 - random.below(Math.min(visits.size, 40)))
  const { revision } = await valueOf<VisitTask>(app.ask('visitTask.get', { id }))
  const words = { outcome: 'done', visitor: `Visitor ${random.below(9)}`, note: `note ${random.below(1e6)}` }
  const result = { visitTaskId: id, revision, visitedOn: '2020-01-01', ...words }
  await valueOf(app.ask('visitTask.record', result))
  visits.set(id, { revision: (visits.get(id)?.revision ?? 0) + 1, ...words })
}

async function printPaper(): Promise<void> {
  const paper = { kind: 'visitList', visitRoundId: roundId, numbers: 'masked', reason: null }
  await valueOf(app.ask('paper.visitList', { visitRoundId: roundId, offset: 0, limit: 200 }))
  const { isSaved } = await valueOf<{ isSaved: boolean }>(app.ask('print.savePdf', { paper, pages: null }))
  if (!isSaved || app.drawing.sheets.splice(0).length !== 1) problems.push('a paper was not made')
}

async function lookAtLists(): Promise<void> {
  const filter = {
    staffId: null,
    action: null,
    objectType: null,
    fromOn: null,
    toOn: null,
    isTroubleOnly: false,
  }
  await valueOf(app.ask('audit.list', { filter, offset: 0, limit: 200 }))
  for (const channel of ['building.list', 'visitRound.list', 'backup.overview', 'draft.list', 'app.state'])
    await valueOf(app.ask(channel))
  await tasksOf(app, roundId)
}

async function lockAndUnlock(): Promise<void> {
  await valueOf(app.ask('staff.lock'))
  if ((await app.ask('building.list')).ok) problems.push('a covered desk answers')
  if (random.chance(0.7)) await valueOf(app.ask('staff.unlockWithPin', { pin }))
  else await sitDown(app, 'director')
}

async function makeBackup(): Promise<void> {
  await valueOf(app.ask('backup.make'))
}

async function letSomebodyElse(): Promise<void> {
  await valueOf(app.ask('staff.signOut'))
  await sitDown(app, random.chance(0.5) ? 'worker' : 'viewer')
  await openPersonByList()
  await valueOf(app.ask('staff.signOut'))
  await sitDown(app, 'director')
  const { phase } = await valueOf<AppState>(app.ask('app.state'))
  if (phase !== 'ready') problems.push(`the desk is ${phase} after a sign-in`)
}

async function openPersonByList(): Promise<void> {
  const filter = { ...noFilter, sort: 'name' }
  const { rows } = await valueOf<{ rows: { id: number }[] }>(
    app.ask('resident.list', { filter, offset: 0, limit: 50 }),
  )
  await valueOf<ResidentView>(app.ask('resident.get', { id: rows[0]?.id ?? 0 }))
}

/** What nobody may do and what comes too late changes nothing. */
async function askWrongly(): Promise<void> {
  const view = await viewOf(app, somebody())
  const draft = { ...view, name: '' }
  const replies = [
    await app.ask('resident.save', { id: view.id, revision: view.revision, draft }),
    await app.ask('resident.get', { id: 999_999_999 }),
    await app.ask('visitTask.remove', {
      visitTaskId: [...visits.keys()][0] ?? 0,
      revision: -1,
      reason: 'late',
    }),
    await app.ask('import.preview', { handle: 'none', sheetIndexes: [0], mapping: null }),
  ]
  if (replies.some(({ ok }) => ok)) problems.push('something wrong was done')
}
