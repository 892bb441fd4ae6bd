import { noFilter as everybodyHere } from '../../../domain/no-filter.ts'
import fc from 'fast-check'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { contract, type ChannelName } from '../../../domain/contract.ts'
import { shapedInputs } from '../../../electron/ipc/testing/hostile-inputs.ts'
import { ledgerFileIn, people, sitDown, startOffice, valueOf } from '../app/app-office.ts'
import { quietWhile } from '../oracle/quiet-channels.ts'
import { acknowledge } from './acknowledge.ts'
import { canaries, canaryDrafts, canaryRound, canaryTexts } from './canaries.ts'
import { waitForState } from './desk-state.ts'

/*
 * A program of its own: the built app with unmistakable people in it, whose every channel is asked while its desk is
 * covered and after it was left.
 */

const { folder, samples } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; samples: number }
const seed = 20261130
const longestMs = 20_000
const userData = join(folder, 'user')
const diagnostics = join(folder, 'diagnostics.txt')
const texts = canaryTexts()
const problems: string[] = []
let triedCount = 0

const app = await startOffice(userData)
app.onDesk((news) => {
  if (news === 'keepDrafts') void app.ask('draft.allKept')
})
const questions = await writeDown()
const everybody = questions['resident.list']
const before = JSON.stringify(await valueOf(app.ask('resident.list', everybody)))
const telling: string[] = []
for (const [channel, input] of Object.entries(questions)) {
  const answer = JSON.stringify(await valueOf(app.ask(channel, input)))
  if (texts.some((text) => answer.includes(text))) telling.push(channel)
}

await valueOf(app.ask('staff.lock'))
await walk('covered')
app.pc.tell('suspend')
await waitForState(app, 'left')
await walk('left')

// The random passwords were counted, and how long that makes people wait is tried elsewhere.
for (const name of ['.tries', '.tries.prev']) rmSync(ledgerFileIn(userData) + name, { force: true })
await sitDown(app, 'director')
const after = JSON.stringify(await valueOf(app.ask('resident.list', everybody)))
if (after !== before) problems.push('somebody at the covered desk changed what is in the ledger')
await app.quit()
acknowledge(JSON.stringify({ triedCount, problems, telling }))
// Its timers would keep it running.
process.exit(0)

/** Writes the canaries down; answers the right questions that tell of them. */
async function writeDown() {
  const ids: number[] = []
  for (const draft of canaryDrafts()) {
    const { id } = await valueOf<{ id: number }>(
      app.ask('resident.save', { id: null, revision: null, draft }),
    )
    ids.push(id)
  }
  const [id = 0] = ids
  const { householdId } = await valueOf<{ householdId: number }>(app.ask('resident.get', { id }))
  const round = await valueOf<{ id: number }>(app.ask('visitRound.create', canaryRound))
  const task = { visitRoundId: round.id, residentId: id, reason: 'by hand' }
  const rows = { offset: 0, limit: 200 }
  const tasks = await valueOf<{ rows: { id: number }[] }>(
    app.ask('visitTask.list', { visitRoundId: round.id, view: 'all', ...rows }),
  )
  const added = await app.ask('visitTask.add', task)
  const taskId = added.ok ? (added.value as { id: number }).id : (tasks.rows[0]?.id ?? 0)
  const form = { form: 'resident', id } as const
  const content = JSON.stringify(canaryDrafts()[0])
  await valueOf(app.ask('draft.keep', { form, content, baseRevision: 1 }))
  const reason = { purpose: 'identity', text: '' }
  const noFilter = { staffId: null, action: null, objectType: null, fromOn: null, toOn: null }
  const all = everybodyHere
  return {
    'resident.list': { filter: all, ...rows },
    'resident.get': { id },
    'resident.reveal': { id, group: 'idNumber', reason },
    'resident.idNumberOwner': { idNumber: canaries[0]?.passport, exceptId: null },
    'resident.visits': { id },
    'household.get': { id: householdId },
    'visitRound.list': {},
    'visitRound.get': { id: round.id },
    'visitTask.list': { visitRoundId: round.id, view: 'all', ...rows },
    'visitTask.get': { id: taskId },
    'paper.visitList': { visitRoundId: round.id, ...rows },
    'draft.list': {},
    'draft.get': { form },
    'audit.list': { filter: { ...noFilter, isTroubleOnly: false }, ...rows },
    'building.list': {},
    'staff.list': {},
    'backup.overview': {},
  }
}

/** Asks everything there is to ask, the right questions first. */
async function walk(state: 'covered' | 'left'): Promise<void> {
  for (const channel of Object.keys(contract) as ChannelName[]) {
    for (const input of inputsFor(channel)) {
      app.answers.savePath = channel === 'help.saveDiagnostics' ? diagnostics : null
      const where = `${channel} at the ${state} desk`
      const late = pause(longestMs, null, { ref: false })
      const reply = await Promise.race([app.ask(channel, input), late])
      if (reply === null) throw new Error(`${where} never answers`)
      triedCount += 1
      if (reply.ok && !quietWhile[state].includes(channel)) problems.push(`${where} is answered`)
      if (!reply.ok && reply.failure.code === 'unexpected') problems.push(`${where} breaks`)
      const told = JSON.stringify(reply) + (existsSync(diagnostics) ? readFileSync(diagnostics, 'utf8') : '')
      if (texts.some((text) => told.includes(text))) problems.push(`${where} tells of somebody`)
    }
    await expectStill(state, channel)
  }
  if (!existsSync(diagnostics)) problems.push('no diagnostics were written, so that they proved nothing')
}

/** Nothing that was asked uncovers the desk. */
async function expectStill(state: 'covered' | 'left', channel: ChannelName): Promise<void> {
  const now = await valueOf<{ phase: string; locked: { name: string } | null }>(app.ask('app.state'))
  const isStill =
    now.phase === 'signIn' && (now.locked?.name === people.director.name) === (state === 'covered')
  if (!isStill) throw new Error(`${channel} changed the ${state} desk`)
}

function* inputsFor(channel: ChannelName): Generator {
  if (channel in questions) yield questions[channel as keyof typeof questions]
  yield {}
  // Each password takes a third of a second.
  const most = /^(setup|staff)\./.test(channel) ? Math.ceil(samples / 10) : samples
  yield* fc.sample(shapedInputs(contract[channel].input), { seed, numRuns: most }).filter(canBeSent)
}

/** Chromium's own limits come first. */
function canBeSent(input: unknown): boolean {
  try {
    structuredClone(input)
    return true
  } catch {
    return false
  }
}
