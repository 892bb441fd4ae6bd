import { setImmediate } from 'node:timers/promises'
import { FailureError } from '../domain/failure.ts'
import type { OperationContext } from './ledger-operations.ts'

/** Does work that comes back between its steps; other questions are answered meanwhile. Throws: cancelled. */
export async function inSteps<Step, Result>(
  work: Generator<Step, Result, undefined>,
  { isCancelled }: Pick<OperationContext, 'isCancelled'>,
  onStep: (step: Step) => void = () => undefined,
): Promise<Result> {
  let step = work.next()
  while (step.done !== true) {
    if (isCancelled()) throw new FailureError('cancelled')
    onStep(step.value)
    await setImmediate()
    step = work.next()
  }
  return step.value
}
