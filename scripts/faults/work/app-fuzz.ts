import fc from 'fast-check'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { inspect } from 'node:util'
import { contract, type ChannelName } from '../../../domain/contract.ts'
import { readKeySlots } from '../../../db/key/key-file.ts'
import { keyFromPassword } from '../../../db/key/key-slots.ts'
import { failureSchema } from '../../../domain/failure.ts'
import {
  impossibleInputs,
  shapedInputs,
  spoiledInputs,
} from '../../../electron/ipc/testing/hostile-inputs.ts'
import { heldMemory, type HeldMemory } from '../app/app-memory.ts'
import { ledgerFileIn, openAfterwards, startOffice, valueOf } from '../app/app-office.ts'
import { watchedFolder } from '../app/watched-folder.ts'
import { closeOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { acknowledge } from './acknowledge.ts'
import { officePlan } from './office-plan.ts'

/*
 * A program of its own: the built app with a real ledger, whose every door is sent what no page would send.
 */

const { folder, runs } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; runs: number }
/** The engine keeps what the first pass once needed; what the second one adds to that is held by somebody. */
const passes = [
  { seed: 20261125, share: 1 / 3 },
  { seed: 20261126, share: 2 / 3 },
]
/** How often the ten megabytes of nonsense are sent: to every channel where there is time, else to some. */
const fewRuns = 10
const heavyEvery = 8
/** A small ledger's backup is made and checked in less. */
const backupMs = 700
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
const watched = watchedFolder(dirname(ledgerFile))
const { markNow } = watched
const { slots } = await readKeySlots(ledgerFile)
const keyText = (await keyFromPassword(slots, keeper.staffId, keeper.password)).toString('hex')
let mark = await markNow()
const heavyInputs = impossibleInputs().flatMap(([, input]) => (canBeSent(input) ? [input] : []))
const held: HeldMemory[] = []

for (const [passIndex, pass] of passes.entries()) {
  for (const [index, channel] of channelOrder.entries()) {
    try {
      await backToDesk()
    } catch (error) {
      // Nobody would hear of it: a program that waits for its keeper waits for ever.
      problems.push(`before ${channel}: ${String(error)}`)
      break
    }
    const hasTime = runs > fewRuns
    const isHeavy =
      passIndex === 0 ? hasTime || index % heavyEvery === 0 : hasTime && index % heavyEvery === 0
    if (isHeavy) for (const input of heavyInputs) await send(channel, input)
    for (const input of inputsFor(channel, pass.seed, Math.ceil(runs * pass.share)))
      await send(channel, input)
  }
  held.push(await heldMemory())
}
const [first, last] = [held[0], held.at(-1)]
const growth = (last?.resident ?? 0) - (first?.resident ?? 0)
const liveGrowth = (last?.live ?? 0) - (first?.live ?? 0)

await app.quit()
watched.end()
const log = join(userData, 'logs', 'main.log')
for (const line of existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [])
  if (line.includes('[error]')) problems.push(`in the log: ${line}`)
const { ledger } = await openAfterwards(userData)
problems.push(...faultsOf(ledger.raw))
closeOffice(ledger)
acknowledge(JSON.stringify({ counts, growth, liveGrowth, problems }))

function* inputsFor(channel: ChannelName, seed: number, count: number): Generator {
  const seen = new Set<string>()
  const most = leaving.test(channel) ? Math.ceil(count / 10) : count
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
      const isExpected = after.text === mark.text || writtenDown.includes(code) || channel === 'import.apply'
      if (!isExpected && !(await isHarmless(channel, input)))
        problems.push(`${where()}: ${code}, but something is written`)
      mark = isExpected ? after : await markNow()
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

/**
 * A request that takes the desk away closes the ledger, which moves what waits beside it into its file. And the program
 * makes a backup a minute after somebody has sat down, whatever is asked just then: once it is made, the same request
 * must change nothing.
 */
async function isHarmless(channel: ChannelName, input: unknown): Promise<boolean> {
  if (await watched.haveSameRows(basename(ledgerFile), keyText)) return true
  await pause(backupMs)
  const made = await markNow()
  if (made.backups === mark.backups) return false
  await app.ask(channel, input)
  return (await markNow()).text === made.text
}
// Its timers would keep it running.
process.exit(0)
