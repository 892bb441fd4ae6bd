import { ownPhone } from '../../../domain/resident.ts'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { people, sitDown, startOffice, valueOf } from '../app/app-office.ts'
import { randomOf } from '../random.ts'
import { acknowledge } from './acknowledge.ts'
import { canaryDrafts } from './canaries.ts'
import { stateOfDesk, waitForState } from './desk-state.ts'

/*
 * A program of its own: the built app, whose desk is covered or left in the middle of saves by four requests at once
 * while a form is half filled in; tells what was answered.
 */

const { folder, rounds } = JSON.parse(process.argv[2] ?? '{}') as { folder: string; rounds: number }
const random = randomOf(117)
const pin = '739154'
/** Sleep takes the key away, and the whole password takes a third of a second. */
const sleepEvery = 8
const form = { form: 'newVisitRound' } as const
const [plain] = canaryDrafts()

const app = await startOffice(join(folder, 'user'))
await valueOf(app.ask('staff.setOwnPin', { password: people.director.password, pin }))
let typed = ''
/** Every text of which the ledger said that it is kept. */
const kept = new Set<string>()
app.onDesk((news) => {
  if (news === 'keepDrafts') void keepWhatIsTyped()
})

let count = 0
for (let round = 0; round < rounds; round += 1) {
  const isSleep = round % sleepEvery === sleepEvery - 1
  const state = isSleep ? 'left' : 'covered'
  typed = `round ${round} ${'x'.repeat(round % 50)}`
  const savers = Array.from({ length: 4 }, () => saveUntilRefused(round))
  await pause(random.next() * 40)
  if (isSleep) app.pc.tell('suspend')
  else if (round % 2 === 0) app.pc.tell('lock-screen')
  else void app.ask('staff.lock')
  await waitForState(app, state)
  await Promise.all(savers)
  if ((await stateOfDesk(app)) !== state) acknowledge(`wrong round ${round}: the desk is uncovered again`)
  if (isSleep) await sitDown(app, 'director')
  else await valueOf(app.ask('staff.unlockWithPin', { pin }))
  const draft = await valueOf<{ content: string } | null>(app.ask('draft.get', { form }))
  if (!kept.has(typed)) acknowledge(`wrong round ${round}: the page was not asked for what was typed`)
  if (draft?.content !== typed) acknowledge(`wrong round ${round}: the draft is lost`)
}
await app.quit()
acknowledge('ended')
// Its timers would keep it running.
process.exit(0)

/** What the page does when it is told that it is about to go. */
async function keepWhatIsTyped(): Promise<void> {
  const text = typed
  const reply = await app.ask('draft.keep', { form, content: text, baseRevision: null })
  if (reply.ok) kept.add(text)
  await app.ask('draft.allKept')
}

async function saveUntilRefused(round: number): Promise<void> {
  for (;;) {
    count += 1
    const name = `Racer ${round}-${count}`
    const phones = [1, 2, 3].map((index) => ownPhone(`188${String(count).padStart(7, '0')}${index}`))
    const draft = { ...plain, idDocumentType: 'none', idNumber: '', name, phones, note: `note of ${name}` }
    const reply = await app.ask('resident.save', { id: null, revision: null, draft })
    acknowledge(`${reply.ok ? 'saved' : `refused ${reply.failure.code}`}\t${name}`)
    if (!reply.ok) return
  }
}
