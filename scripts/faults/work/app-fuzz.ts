import fc from 'fast-check'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { contract, type ChannelName } from '../../../domain/contract.ts'
import { failureSchema } from '../../../domain/failure.ts'
import {
  impossibleInputs,
  shapedInputs,
  spoiledInputs,
} from '../../../electron/ipc/testing/hostile-inputs.ts'
import { ledgerFileIn, openAfterwards, startOffice, valueOf } from '../app/app-office.ts'
import { closeOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { acknowledge } from './acknowledge.ts'
import { officePlan } from './office-plan.ts'

/*
 * A program of its own: the built app with a real ledger, whose every door is sent what no page would send.
 */

const { folder, runs } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; runs: number }
const seed = 20261125
const warmUpChannels = 24
/** With few runs the ten megabytes of nonsense are sent to every eighth channel. */
const fewRuns = 10
const userData = join(folder, 'user')
const ledgerFile = ledgerFileIn(userData)
const problems: string[] = []
const counts: Record<string, number> = {}
process.on('unhandledRejection', (error) => problems.push(`unhandled: ${String(error)}`))

/** Wrong passwords are counted, and each makes the next wait: these accounts have numbers nobody sends. */
const keeper = { name: 'Keeper', password: 'yinxing-louchuang-91', staffId: 5 }
/** What takes the desk away, whose password takes a third of a second to sit down again. */
const leaving = /^(setup|staff)\.(?!list|suggest)/
/** What a refusal itself writes down. */
const writtenDown = ['passwordWrong', 'pinWrong', 'recoveryCodeWrong', 'notAllowed', 'printFailed']

const channelOrder = Object.keys(contract) as ChannelName[]
const app = await startOffice(userData)
for (const name of ['Other', keeper.name]) {
  const draft = { name, role: 'director', workFields: [], isInSealedCircle: false }
  await valueOf(app.ask('staff.add', { draft, password: keeper.password }))
}
const marker = fork(join(import.meta.dirname, 'folder-mark.ts'), { execArgv: ['--no-warnings'] })
let mark = await markNow()
let rssBefore = 0

for (const [index, channel] of channelOrder.entries()) {
  // By then the code is loaded and the memory of a password has been asked for.
  if (index === warmUpChannels) rssBefore = await memoryNow()
  try {
    await backToDesk()
  } catch (error) {
    // Nobody would hear of it: a program that waits for its keeper waits for ever.
    problems.push(`before ${channel}: ${String(error)}`)
    break
  }
  mark = await markNow()
  for (const input of inputsFor(channel)) await send(channel, input)
}

const growth = Math.round(((await memoryNow()) - rssBefore) / 1024 / 1024)
await app.quit()
marker.kill()
const log = join(userData, 'logs', 'main.log')
for (const line of existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [])
  if (line.includes('[error]')) problems.push(`in the log: ${line}`)
const { ledger } = await openAfterwards(userData)
problems.push(...faultsOf(ledger.raw))
closeOffice(ledger)
acknowledge(JSON.stringify({ counts, growth, problems }))

function* inputsFor(channel: ChannelName): Generator {
  const isHeavy = runs > fewRuns || channelOrder.indexOf(channel) % 8 === 0
  if (isHeavy) for (const [, input] of impossibleInputs()) if (canBeSent(input)) yield input
  const seen = new Set<string>()
  const most = leaving.test(channel) ? Math.ceil(runs / 10) : runs
  const shaped = shapedInputs(contract[channel].input)
  const example = exampleFor(channel)
  const arbitrary = example === null ? shaped : fc.oneof(shaped, spoiledInputs(example))
  for (const input of fc.sample(arbitrary, { seed, numRuns: most })) {
    const text = textOf(input)
    if (!seen.has(text)) yield input
    seen.add(text)
  }
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

/** Inputs that nobody hits upon by chance. */
function exampleFor(channel: ChannelName): unknown {
  if (channel !== 'resident.save') return null
  const [step] = officePlan('edit', 4, 0).base
  const draft = step?.kind === 'import' ? step.people[0] : undefined
  return { id: null, revision: null, draft }
}

function textOf(input: unknown): string {
  return inspect(input, { depth: 6, maxArrayLength: 20, maxStringLength: 200, breakLength: Infinity })
}

async function send(channel: ChannelName, input: unknown): Promise<void> {
  counts['tried'] = (counts['tried'] ?? 0) + 1
  const where = () => `${channel} with ${textOf(input).slice(0, 200)}`
  try {
    const reply = await app.ask(channel, input)
    const code = reply.ok ? 'ok' : reply.failure.code
    counts[code] = (counts[code] ?? 0) + 1
    if (reply.ok) {
      const output = contract[channel].output.safeParse(reply.value)
      if (!output.success) problems.push(`${where()}: an answer of another shape`)
      mark = await markNow()
    } else {
      if (code === 'unexpected' || !failureSchema.safeParse(reply.failure).success)
        problems.push(`${where()}: ${JSON.stringify(reply.failure)}`)
      const after = await markNow()
      // Before an import a backup is made, whatever becomes of the import.
      const isWritten = writtenDown.includes(code) || channel === 'import.apply'
      if (after !== mark && !isWritten) problems.push(`${where()}: ${code}, but something is written`)
      mark = after
    }
    if (leaving.test(channel) || code === 'notSignedIn' || code === 'ledgerNotOpen') await backToDesk()
  } catch (error) {
    problems.push(`${where()}: ${String(error)}`)
  }
}

async function openTheLedger(): Promise<void> {
  app.answers.openPath = ledgerFile
  await valueOf(app.ask('setup.openExisting'))
  app.answers.openPath = null
}

/** Whatever was done to the desk, the keeper sits at it again. */
async function backToDesk(triesLeft = 3): Promise<void> {
  if (triesLeft === 0) throw new Error('the keeper comes to no desk')
  const state = await valueOf<{
    phase: string
    code?: string | null
    actor?: { name: string }
    folder?: string
  }>(app.ask('app.state'))
  if (state.phase === 'recoveryCode') {
    await valueOf(app.ask('setup.confirmRecoveryCode', { recoveryCode: state.code }))
    return backToDesk(triesLeft - 1)
  }
  const isHere = state.folder === dirname(ledgerFile)
  if (state.phase !== 'ready' || state.actor?.name !== keeper.name || !isHere) {
    // A covered desk is not left for another ledger: it has to be uncovered.
    if (state.phase !== 'signIn' || !isHere) await openTheLedger()
    // Some channels ask for the keeper's own password: how long that makes people wait is tried elsewhere.
    for (const name of ['.tries', '.tries.prev']) rmSync(ledgerFile + name, { force: true })
    await valueOf(app.ask('staff.signIn', { staffId: keeper.staffId, password: keeper.password }))
  }
  mark = await markNow()
}

/** Unit: bytes held once everything that nobody needs is let go. */
async function memoryNow(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let time = 0; time < 3; time += 1) {
    collect()
    await pause(50)
  }
  return process.memoryUsage.rss()
}

async function markNow(): Promise<string> {
  marker.send(dirname(ledgerFile))
  const [answer] = (await once(marker, 'message')) as [string]
  return answer
}
// Its timers would keep it running.
process.exit(0)
