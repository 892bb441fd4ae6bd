import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeOffice, createOffice, openOffice, openOfficeAt } from '../office-ledger.ts'
import { codeOfFailing, codeOfRejection } from '../oracle/failure-code.ts'
import { officeText } from '../oracle/office-model.ts'
import { officeThere } from '../oracle/office-there.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { acknowledge } from './acknowledge.ts'
import { modelAfterBase, modelsAlong } from './base-office.ts'
import { nextMigration, withNext } from './next-migration.ts'
import { officePlan } from './office-plan.ts'
import { performStep } from './perform-step.ts'

/*
 * A program of its own, on a small disk: imports until the disk is full, reads on, makes room and goes on.
 */

export interface SmallDiskOrder {
  readonly folder: string
  /** A folder on another disk. */
  readonly elsewhere: string
  readonly seed: number
  /** Unit: MB. */
  readonly size: number
}

const order = JSON.parse(process.argv[2] ?? '{}') as SmallDiskOrder
const filePath = join(order.folder, 'office.ledger')
const ballast = join(order.folder, 'ballast')
const plan = officePlan('import', order.seed, 80)
const texts = modelsAlong(modelAfterBase(plan), plan).map(officeText)
const problems: string[] = []

writeFileSync(ballast, Buffer.alloc(order.size * 350_000, 1))
const ledger = createOffice(filePath)
for (const step of plan.base) if (step.kind !== 'reopen') await performStep(ledger, step)
let done = 0
let code = 'none'
while (code === 'none') {
  code = await tryNext()
  if (code === 'none') done += 1
}
if (code !== 'diskFull') problems.push(`the full disk is reported as ${code}`)
expectHeld('on the full disk')
if ((await tryNext()) !== 'diskFull') problems.push('a second try is not told that the disk is full')
const whenFull = done
rmSync(ballast)
code = await tryNext()
if (code === 'none') done += 1
else problems.push(`with room again the same ledger answers ${code}`)
expectHeld('with room again')

// Full again: the program ends, starts, and a newer version starts.
fillUp()
const closing = codeOfFailing(() => closeOffice(ledger))
if (closing !== 'none') problems.push(`closing on the full disk: ${closing}`)
const opening = codeOfFailing(() => closeOffice(openOffice(filePath)))
if (opening !== 'none' && opening !== 'diskFull') problems.push(`opening on the full disk: ${opening}`)
// Closing gave the room of the WAL back.
fillUp()
const before = readFileSync(filePath)
const all = withNext(nextMigration(order.elsewhere))
const migrating = codeOfFailing(() => openOfficeAt(filePath, all).close())
if (migrating !== 'diskFull') problems.push(`migrating on the full disk: ${migrating}`)
if (!readFileSync(filePath).equals(before)) problems.push('the refused migration changed the file')

rmSync(ballast)
const reopened = openOffice(filePath)
if (officeThere(reopened.raw) !== texts[done]) problems.push('the ledger holds something else in the end')
problems.push(...faultsOf(reopened.raw))
closeOffice(reopened)
acknowledge(JSON.stringify({ steps: whenFull, problems }))

function tryNext(): Promise<string> {
  const step = plan.steps[done]
  if (step === undefined || step.kind === 'reopen') throw new Error('the disk never was full')
  return codeOfRejection(() => performStep(ledger, step))
}

function expectHeld(when: string): void {
  if (officeThere(ledger.raw) !== texts[done]) problems.push(`${when} the ledger holds something else`)
}

function fillUp(): void {
  for (let size = 1 << 20; size >= 512; size = Math.floor(size / 2)) {
    while (canAppend(size)) continue
  }
}

function canAppend(size: number): boolean {
  try {
    writeFileSync(ballast, Buffer.alloc(size, 1), { flag: 'a' })
    return true
  } catch {
    return false
  }
}
