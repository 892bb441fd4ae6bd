import { existsSync, readdirSync } from 'node:fs'
import { startApp } from '../app/start-app.ts'
import { firstDirector } from '../office-ledger.ts'
import { sampleCommittee } from '../../seed/sample-committee.ts'
import { acknowledge } from './acknowledge.ts'
import { canaryDrafts } from './canaries.ts'
import type { PlaceOrder, PlaceReport } from './place-order.ts'

/*
 * A program of its own: the built app, which is asked to set its ledger up in one place after another, or only
 * whether it would; tells what became of each.
 */

const { userData, places, isSettingUp } = JSON.parse(process.argv[2] ?? '{}') as PlaceOrder
const app = await startApp(userData)
for (const place of places) {
  app.answers.openPath = place
  const chosen = await app.ask('setup.chooseFolder')
  const there = existsSync(place) ? readdirSync(place) : []
  if (!chosen.ok) tell({ place, code: chosen.failure.code, there })
  else if (!isSettingUp) tell({ place, code: null, there })
  else {
    const { handle } = chosen.value as { readonly handle: string }
    const code = await setUp(handle)
    tell({ place, code, there: readdirSync(place) })
  }
}
await app.quit()
// Its timers would keep it running.
process.exit(0)

/** A ledger with a person and a backup; answers the code of what does not go, or null. */
async function setUp(folderHandle: string): Promise<string | null> {
  const { name, password } = firstDirector
  const office = { committee: sampleCommittee, folderHandle, start: 'empty' }
  const made = await app.ask('setup.createLedger', { ...office, director: { name, password } })
  if (!made.ok) return made.failure.code
  const { code } = made.value as { readonly code: string }
  const steps = [
    ['setup.confirmRecoveryCode', { recoveryCode: code }],
    ['resident.save', { id: null, revision: null, draft: canaryDrafts()[0] }],
    ['backup.make', {}],
  ] as const
  for (const [channel, input] of steps) {
    const reply = await app.ask(channel, input)
    if (!reply.ok) return `${channel}: ${reply.failure.code}`
  }
  return null
}

function tell(report: PlaceReport): void {
  acknowledge(JSON.stringify(report))
}
