import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { collectMisses, type Bench, type Experiment } from '../experiment.ts'
import { closeOffice, openOffice } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { officeText } from '../oracle/office-model.ts'
import { officeThere } from '../oracle/office-there.ts'
import { randomOf } from '../random.ts'
import { calls, liftFault, makeControlFile, setFault } from '../shim/fault-control.ts'
import { makeBaseOffice, modelsAlong } from '../work/base-office.ts'
import type { DeskOrder } from '../work/desk-order.ts'
import { officePlan } from '../work/office-plan.ts'
import { startProgram } from '../work/start-program.ts'

const [seed, stepCount] = [101, 60]

/** Somebody copies "the file" while the office works: the copy opens as a ledger that there was, or says why not. */
export const copiedWhileOpen: Experiment = {
  id: 'X8',
  what: 'the folder copied at random moments of work and between two writes: a ledger that was, or refused',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    const base = join(bench.folder, 'base')
    mkdirSync(base)
    const plan = officePlan('edit', seed, stepCount)
    const texts = modelsAlong(await makeBaseOffice(join(base, 'office.ledger'), plan), plan).map(officeText)
    const still = await copiesBetweenWrites(bench, base)
    const copies = [...(await copiesInPassing(bench, base)), ...still]
    let whole = 0
    for (const copy of copies) {
      const code = codeOfFailing(() => {
        const ledger = openOffice(join(copy, 'office.ledger'))
        expect(texts.includes(officeThere(ledger.raw)), `${copy}: a state that never was`)
        closeOffice(ledger)
      })
      if (code === 'none') whole += 1
      // Whatever there is at one moment is a ledger; a copy in passing may be of several moments.
      else if (still.includes(copy)) expect(false, `${copy}, between two writes: ${code}`)
      expect(!code.startsWith('no failure code'), `${copy}: ${code}`)
    }
    return { triedCount: copies.length, misses, note: `${whole} opened, the rest said why not` }
  },
}

async function copiesInPassing({ folder, size }: Bench, base: string): Promise<string[]> {
  const room = join(folder, 'room')
  copyFolder(base, room)
  const program = startProgram('desk.ts', orderIn(room))
  const random = randomOf(103)
  const running = { isOver: false }
  void program.end.then(() => (running.isOver = true))
  const copies: string[] = []
  const times = size({ fast: 6, ci: 25, release: 50 })
  for (let time = 0; time < times && !running.isOver; time += 1) {
    copies.push(join(folder, `copy-${time}`))
    copyFolder(room, copies.at(-1) ?? '')
    await pause(random.next() * 30)
  }
  await program.end
  return copies
}

/** A copy is quicker than a commit: only where the program stands still between two writes it meets half of one. */
async function copiesBetweenWrites({ folder, size }: Bench, base: string): Promise<string[]> {
  const writeCount = await standStillAt(join(folder, 'count'), base, 0)
  const times = Math.min(writeCount, size({ fast: 12, ci: 60, release: 400 }))
  const copies: string[] = []
  for (let time = 0; time < times; time += 1) {
    const room = join(folder, `still-${time}`)
    await standStillAt(room, base, Math.floor(((time + 0.5) / times) * writeCount) + 1)
    copies.push(room)
  }
  return copies
}

/** Works until that write, whose program ends there; answers how many there were. */
async function standStillAt(room: string, base: string, failAt: number): Promise<number> {
  copyFolder(base, room)
  const control = `${room}-control`
  makeControlFile(control)
  setFault(control, { calls: calls.write, error: 'dies', failAt, isSticky: false })
  await startProgram('desk.ts', orderIn(room), { shim: { folder: room, control } }).end
  return liftFault(control).seenCount
}

function orderIn(room: string): DeskOrder {
  return { filePath: join(room, 'office.ledger'), kind: 'edit', seed, stepCount, isDigestWanted: false }
}

/** By another program: to read an open ledger from here would take the lock off it. */
function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-r', from, to])
}
