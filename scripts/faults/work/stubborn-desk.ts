import { closeOffice, openOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { officeText } from '../oracle/office-model.ts'
import { officeThere } from '../oracle/office-there.ts'
import { calls, setFault } from '../shim/fault-control.ts'
import { acknowledge } from './acknowledge.ts'
import { modelAfterBase, modelsAlong } from './base-office.ts'
import type { DeskOrder } from './desk-order.ts'
import { officePlan } from './office-plan.ts'
import { performStep } from './perform-step.ts'

/*
 * A program of its own, run under the shim: one flush fails, the office opens its ledger anew and goes on working.
 */

export interface StubbornOrder extends DeskOrder {
  readonly control: string
  /** Which flush fails; 0 only counts them. */
  readonly failAt: number
  /** Only to see that the suite notices a disk that lies. */
  readonly isLying: boolean
}

const order = JSON.parse(process.argv[2] ?? '{}') as StubbornOrder
const plan = officePlan(order.kind, order.seed, order.stepCount)
const texts = modelsAlong(modelAfterBase(plan), plan).map(officeText)

let ledger = openOffice(order.filePath)
setFault(order.control, {
  calls: calls.sync,
  error: order.isLying ? 'lies' : 'EIO',
  failAt: order.failAt,
  isSticky: false,
})
for (let done = 0; done < plan.steps.length;) {
  const step = plan.steps[done]
  if (step === undefined || step.kind === 'reopen') throw new Error('no part of this work')
  const code = await codeOfRejection(() => performStep(ledger, step))
  if (code === 'none') {
    done += 1
  } else {
    closeOffice(ledger)
    ledger = openOffice(order.filePath)
    done = texts.indexOf(officeThere(ledger.raw))
  }
  acknowledge(String(done))
}
closeOffice(ledger)
