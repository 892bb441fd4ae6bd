import { wholeDigest } from '../oracle/table-digests.ts'
import { closeOffice, openOffice } from '../office-ledger.ts'
import { acknowledge } from './acknowledge.ts'
import type { DeskOrder } from './desk-order.ts'
import { officePlan } from './office-plan.ts'
import { performStep } from './perform-step.ts'

/*
 * A program of its own: opens the ledger, does the steps of a plan and acknowledges each once it is committed.
 */

const order = JSON.parse(process.argv[2] ?? '{}') as DeskOrder
const { steps } = officePlan(order.kind, order.seed, order.stepCount)

function open() {
  const opened = openOffice(order.filePath)
  if (order.synchronous !== undefined) opened.raw.pragma(`synchronous = ${order.synchronous}`)
  return opened
}

let ledger = open()
acknowledge('open')
for (const [index, step] of steps.entries()) {
  if (step.kind === 'reopen') {
    closeOffice(ledger)
    ledger = open()
  } else {
    await performStep(ledger, step)
  }
  acknowledge(order.isDigestWanted ? `${index + 1} ${wholeDigest(ledger.raw)}` : String(index + 1))
}
closeOffice(ledger)
