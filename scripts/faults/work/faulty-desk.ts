import { rmSync } from 'node:fs'
import type { Ledger } from '../../../db/ledger.ts'
import { ledgerOperations } from '../../../db/ledger-operation-map.ts'
import { closeOffice, openOffice } from '../office-ledger.ts'
import { codeOfFailing, codeOfRejection } from '../oracle/failure-code.ts'
import { officeText, type OfficeModel } from '../oracle/office-model.ts'
import { officeThere } from '../oracle/office-there.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { liftFault, readCounts, setFault, type Fault } from '../shim/fault-control.ts'
import { modelAfterBase, modelsAlong } from './base-office.ts'
import { tryEveryCall, type FaultyOrder, type FaultyReport } from './faulty-order.ts'
import { officePlan } from './office-plan.ts'
import type { OfficeStep } from './office-step.ts'
import { patientContext, performStep } from './perform-step.ts'
import { roomWith } from './upgrade-case.ts'

/*
 * A program of its own, run under the shim: works on a copy of a ledger again and again, each time with another fault
 * of the disk, and looks what the office was told, what can still be read and what is there once the disk is well.
 */

const order = JSON.parse(process.argv[2] ?? '{}') as FaultyOrder
const plan = officePlan(order.kind, order.seed, order.stepCount + 1)
const base: OfficeModel = modelAfterBase(plan)
const texts = modelsAlong(base, plan).map(officeText)

await tryEveryCall(order, workWith)

async function workWith(fault: Fault): Promise<Omit<FaultyReport, 'fault'>> {
  const problems: string[] = []
  const room = roomWith(order.folder, 'faulty', order.baseFile)
  const { code, done, counts } = await disturbedWork(room.filePath, fault, problems)
  let ledger = openOffice(room.filePath)
  const there = texts.indexOf(officeThere(ledger.raw))
  if (there !== done && there !== done + 1)
    problems.push(`${done} steps were acknowledged, ${there} are there`)
  for (const found of faultsOf(ledger.raw)) problems.push(found)
  // The office goes on working on what is there.
  const step = plan.steps[there]
  if (step !== undefined) await perform(ledger, step)
  closeOffice(ledger)
  ledger = openOffice(room.filePath)
  if (step !== undefined && officeThere(ledger.raw) !== texts[there + 1])
    problems.push('a step after the fault is lost')
  closeOffice(ledger)
  rmSync(room.folder, { recursive: true })
  return { code, ...counts, problems }
}

/** Works until the first failure, heals the disk and lets go of the ledger; answers how many steps were acknowledged. */
async function disturbedWork(filePath: string, fault: Fault, problems: string[]) {
  if (order.phase === 'open') {
    setFault(order.control, fault)
    const code = codeOfFailing(() => closeOffice(openOffice(filePath)))
    return { code, done: 0, counts: liftFault(order.control) }
  }
  const ledger = openOffice(filePath)
  if (order.phase === 'work') setFault(order.control, fault)
  let done = 0
  let code = 'none'
  while (done < order.stepCount && code === 'none') {
    const step = plan.steps[done]
    if (step === undefined) break
    code = await codeOfRejection(() => perform(ledger, step))
    if (code === 'none') done += 1
  }
  const failedStep = plan.steps[done]
  if (code === 'diskFull' && failedStep !== undefined) {
    done += await goOnAfterFullDisk(ledger, done, failedStep, fault, problems)
  } else if (code !== 'none') {
    await expectNoMoreUse(ledger, problems)
  }
  if (order.phase === 'close') {
    setFault(order.control, fault)
    code = codeOfFailing(() => closeOffice(ledger))
  }
  const counts = liftFault(order.control)
  const closing = codeOfFailing(() => closeOffice(ledger))
  if (closing !== 'none') problems.push(`closing on a good disk fails: ${closing}`)
  return { code, done, counts }
}

/** A full disk stops writing, not reading; once there is room the same open ledger takes the step. */
async function goOnAfterFullDisk(
  ledger: Ledger,
  done: number,
  step: OfficeStep,
  fault: Fault,
  problems: string[],
): Promise<number> {
  if (!ledger.raw.open) {
    problems.push('a full disk closed the ledger')
    return 0
  }
  if (officeThere(ledger.raw) !== texts[done]) problems.push('on the full disk the ledger reads differently')
  const listing = await codeOfRejection(() => ledgerOperations['building.list'](ledger, {}, patientContext))
  if (listing !== 'none') problems.push(`on the full disk a list fails: ${listing}`)
  if (fault.isSticky) {
    const again = await codeOfRejection(() => perform(ledger, step))
    if (again !== 'diskFull') problems.push(`a second try on the full disk: ${again}`)
  }
  liftFault(order.control)
  const healed = await codeOfRejection(() => perform(ledger, step))
  if (healed !== 'none') problems.push(`with room again the step fails: ${healed}`)
  return healed === 'none' ? 1 : 0
}

/** After any other failure of the disk nothing is written or flushed by this connection again. */
async function expectNoMoreUse(ledger: Ledger, problems: string[]): Promise<void> {
  if (ledger.raw.open) problems.push('the ledger is still open')
  const before = readCounts(order.control).seenCount
  for (const step of plan.steps.slice(0, 2)) {
    const code = await codeOfRejection(() => perform(ledger, step))
    if (code !== 'ledgerNotOpen') problems.push(`a request after the failure: ${code}`)
  }
  if (readCounts(order.control).seenCount !== before) problems.push('it was written again after the failure')
}

function perform(ledger: Ledger, step: OfficeStep): Promise<void> {
  if (step.kind === 'reopen') throw new Error('no part of this work')
  return performStep(ledger, step)
}
