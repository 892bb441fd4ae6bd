import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeOffice, createOffice, openOffice } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { liftFault, setFault, type Fault } from '../shim/fault-control.ts'
import { tryEveryCall, type FaultyOrder, type FaultyReport } from './faulty-order.ts'

/*
 * A program of its own, run under the shim: makes a new ledger again and again, each time with another fault.
 */

const order = JSON.parse(process.argv[2] ?? '{}') as FaultyOrder

await tryEveryCall(order, async (fault) => Promise.resolve(foundWith(fault)))

function foundWith(fault: Fault): Omit<FaultyReport, 'fault'> {
  const room = join(order.folder, 'founding')
  mkdirSync(room)
  const filePath = join(room, 'office.ledger')
  const problems: string[] = []
  setFault(order.control, fault)
  const code = codeOfFailing(() => closeOffice(createOffice(filePath)))
  const counts = liftFault(order.control)
  const left = readdirSync(room)
  const isWhole = left.includes('office.ledger')
  if (!isWhole && left.length > 0) problems.push(`left behind: ${left.join(', ')}`)
  if (code === 'none' && !isWhole) problems.push('said to be made, but it is not there')
  if (!isWhole) closeOffice(createOffice(filePath))
  const ledger = openOffice(filePath)
  for (const found of faultsOf(ledger.raw)) problems.push(found)
  const committees = ledger.raw.prepare('SELECT count(*) FROM committee').pluck().get()
  if (committees !== 1) problems.push('the ledger is not complete')
  closeOffice(ledger)
  rmSync(room, { recursive: true })
  return { code, ...counts, problems }
}
