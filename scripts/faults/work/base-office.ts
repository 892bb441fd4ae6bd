import { afterStep, emptyOffice, type OfficeModel } from '../oracle/office-model.ts'
import { closeOffice, createOffice } from '../office-ledger.ts'
import type { OfficePlan } from './office-plan.ts'
import { performStep } from './perform-step.ts'

/** Makes the ledger that a plan starts from, and the model of it. */
export async function makeBaseOffice(filePath: string, plan: OfficePlan): Promise<OfficeModel> {
  const ledger = createOffice(filePath)
  for (const step of plan.base) if (step.kind !== 'reopen') await performStep(ledger, step)
  closeOffice(ledger)
  return modelAfterBase(plan)
}

/** What a plan starts from. */
export function modelAfterBase(plan: OfficePlan): OfficeModel {
  return plan.base.reduce(afterStep, emptyOffice)
}

/** The model before the first step of a plan and after each of them. */
export function modelsAlong(base: OfficeModel, plan: OfficePlan): readonly OfficeModel[] {
  const models = [base]
  for (const step of plan.steps) models.push(afterStep(models.at(-1) ?? base, step))
  return models
}
