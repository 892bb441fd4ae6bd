import { setTimeout as pause } from 'node:timers/promises'
import { valueOf } from '../app/app-office.ts'
import type { AppUnderNode } from '../app/start-app.ts'

export type DeskState = 'open' | 'covered' | 'left'

const longestMs = 5000

/** Whether somebody sits at the desk of a ledger, whether it is covered, or whether nobody sits there. */
export async function stateOfDesk(app: AppUnderNode): Promise<DeskState | 'none'> {
  const state = await valueOf<{ phase: string; locked?: object | null }>(app.ask('app.state'))
  if (state.phase === 'ready') return 'open'
  if (state.phase !== 'signIn') return 'none'
  return state.locked === null ? 'left' : 'covered'
}

/** Throws: when the desk does not come to that within some seconds. */
export async function waitForState(app: AppUnderNode, state: DeskState): Promise<void> {
  const startedAt = Date.now()
  while ((await stateOfDesk(app)) !== state) {
    if (Date.now() - startedAt > longestMs) throw new Error(`the desk never comes to be ${state}`)
    await pause(10)
  }
}
