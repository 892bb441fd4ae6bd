import { FailureError } from '../../domain/failure.ts'
import type { Ledger } from '../ledger.ts'
import type { BulkPlan } from './plan-bulk-change.ts'

interface StagedPlan extends BulkPlan {
  readonly handle: string
  readonly staffId: number
}

/** Per open ledger the plan looked at last; a newer one takes its place. */
const staged = new WeakMap<Ledger['raw'], StagedPlan>()

/** Keeps a plan until it is applied or another one is made. */
export function stagePlan(ledger: Ledger, plan: StagedPlan): void {
  staged.set(ledger.raw, plan)
}

/** The plan behind a handle, for whoever made it. Throws: handleExpired. */
export function stagedPlan(ledger: Ledger, handle: string): BulkPlan {
  const plan = staged.get(ledger.raw)
  if (plan?.handle !== handle || plan.staffId !== ledger.actor?.staffId)
    throw new FailureError('handleExpired')
  return plan
}

/** A plan that was applied can't be applied again. */
export function forgetPlan(ledger: Ledger): void {
  staged.delete(ledger.raw)
}
