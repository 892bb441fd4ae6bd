import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeOffice, foundOffice, signInToOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { liftFault, setFault, type Fault } from '../shim/fault-control.ts'
import { tryEveryCall, type FaultyOrder, type FaultyReport } from './faulty-order.ts'

/*
 * A program of its own, run under the shim: sets a new ledger up again and again, each time with another fault.
 */

const order = JSON.parse(process.argv[2] ?? '{}') as FaultyOrder

await tryEveryCall(order, foundWith)

async function foundWith(fault: Fault): Promise<Omit<FaultyReport, 'fault'>> {
  const room = join(order.folder, 'founding')
  mkdirSync(room)
  const filePath = join(room, 'office.ledger')
  const problems: string[] = []
  setFault(order.control, fault)
  const code = await codeOfRejection(async () => closeOffice((await foundOffice(filePath)).ledger))
  const counts = liftFault(order.control)
  const left = readdirSync(room)
  const isWhole = left.includes('office.ledger')
  // Keys without a ledger open nothing, and the next attempt sets them aside.
  const remains = left.filter((name) => !name.startsWith('office.ledger.keys'))
  if (!isWhole && remains.length > 0) problems.push(`left behind: ${remains.join(', ')}`)
  if (code === 'none' && !isWhole) problems.push('said to be made, but it is not there')
  if (!isWhole) closeOffice((await foundOffice(filePath)).ledger)
  const { ledger } = await signInToOffice(filePath)
  for (const found of faultsOf(ledger.raw)) problems.push(found)
  const committees = ledger.raw.prepare('SELECT count(*) FROM committee').pluck().get()
  if (committees !== 1) problems.push('the ledger is not complete')
  closeOffice(ledger)
  rmSync(room, { recursive: true })
  return { code, ...counts, problems }
}
