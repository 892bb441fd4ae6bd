import { join } from 'node:path'
import type { Reply } from '../../../domain/failure.ts'
import { signIn } from '../../../db/unlocking/sign-in.ts'
import type { SignedInLedger } from '../../../db/unlocking/set-up-ledger.ts'
import { systemClock } from '../../../electron/system-clock.ts'
import { sampleCommittee } from '../../seed/sample-committee.ts'
import { firstDirector } from '../office-ledger.ts'
import { officePlan } from '../work/office-plan.ts'
import { startApp, type AppUnderNode } from './start-app.ts'

/** Everybody who works in the office, by their role. */
export const people = {
  director: { staffId: 1, ...firstDirector },
  worker: { staffId: 2, name: 'Worker', password: 'songbai-liufeng-37' },
  viewer: { staffId: 3, name: 'Viewer', password: 'meihua-chuzhao-62' },
} as const
export type Person = keyof typeof people

/** Where the app puts a ledger unless it is told otherwise. */
export function ledgerFileIn(userData: string): string {
  return join(userData, 'ledger', 'linli-ledger.db')
}

/** The running app with an office in it: three accounts and a few residents; its director is signed in. */
export async function startOffice(userData: string): Promise<AppUnderNode> {
  const app = await startApp(userData)
  const { name, password } = firstDirector
  const office = { committee: sampleCommittee, folderHandle: null, start: 'empty' }
  const made = await valueOf<{ readonly code: string }>(
    app.ask('setup.createLedger', { ...office, director: { name, password } }),
  )
  await valueOf(app.ask('setup.confirmRecoveryCode', { recoveryCode: made.code }))
  for (const role of ['worker', 'viewer'] as const) {
    const draft = { name: people[role].name, role, workFields: [], isInSealedCircle: false }
    await valueOf(app.ask('staff.add', { draft, password: people[role].password }))
  }
  const steps = officePlan('edit', 3, 0).base
  for (const draft of steps.flatMap((step) => (step.kind === 'import' ? step.people.slice(0, 6) : [])))
    await valueOf(app.ask('resident.save', { id: null, revision: null, draft }))
  return app
}

export async function sitDown(app: AppUnderNode, person: Person): Promise<void> {
  const { staffId, password } = people[person]
  await valueOf(app.ask('staff.signIn', { staffId, password }))
}

/** The ledger after the app has ended. */
export function openAfterwards(userData: string): Promise<SignedInLedger> {
  const { staffId, password } = people.director
  return signIn({ filePath: ledgerFileIn(userData), clock: systemClock }, { staffId, password })
}

/** Throws: when the answer is a failure. */
export async function valueOf<T>(answer: Promise<Reply<unknown>>): Promise<T> {
  const reply = await answer
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.failure)}`)
  // Checked by the contract's own schema in the product's tests.
  return reply.value as T
}
