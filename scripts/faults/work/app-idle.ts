import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { people, sitDown, startOffice, valueOf } from '../app/app-office.ts'
import { acknowledge } from './acknowledge.ts'
import { stateOfDesk, waitForState, type DeskState } from './desk-state.ts'

/*
 * A program of its own: the built app, whose clock is moved on while nobody, somebody at the PC, or somebody at the
 * page alone is there.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { folder: string }
const pin = '739154'
const problems: string[] = []
let triedCount = 0

/** The clock the program counts idleness by is the runtime's own. Unit: milliseconds it is ahead. */
let aheadMs = 0
const elapsed = performance.now.bind(performance)
performance.now = () => elapsed() + aheadMs

const app = await startOffice(join(folder, 'user'))
app.onDesk((news) => {
  if (news === 'keepDrafts') void app.ask('draft.allKept')
})
await valueOf(app.ask('staff.setOwnPin', { password: people.director.password, pin }))

for (const minutes of [5, 1, 30]) {
  await valueOf(app.ask('settings.saveIdleLock', { idleLockMinutes: minutes }))
  const limit = minutes * 60
  await expectAfter(`${limit - 1} s idle of ${limit}`, { pc: limit - 1, page: limit - 1 }, 'open')
  await expectAfter(
    `${limit + 1} s idle at the PC, the page just touched`,
    { pc: limit + 1, page: 0 },
    'open',
  )
  await expectAfter(
    `${limit + 1} s idle at the page, the PC just touched`,
    { pc: 0, page: limit + 1 },
    'open',
  )
  await expectAfter(`${limit + 1} s idle of ${limit}`, { pc: limit + 1, page: limit + 1 }, 'covered')
  await valueOf(app.ask('staff.unlockWithPin', { pin }))
}

await valueOf(app.ask('staff.lock'))
app.pc.tell('resume')
aheadMs += 1799_000
await expectNow('covered for 1799 s', 'covered')
aheadMs += 2000
await expectNow('covered for 1801 s', 'left')
await expectRefused('the PIN after the key was given up', 'staff.unlockWithPin', { pin })

await sitDown(app, 'director')
app.pc.tell('lock-screen')
await waitForState(app, 'covered')
await valueOf(app.ask('staff.unlockWithPin', { pin }))
app.pc.tell('suspend')
await waitForState(app, 'left')
await expectRefused('the PIN after the PC was asleep', 'staff.unlockWithPin', { pin })
acknowledge(JSON.stringify({ triedCount: triedCount + 2, problems }))
// Its timers would keep it running.
process.exit(0)

/** Unit: seconds since the PC and the page were touched. */
async function expectAfter(
  what: string,
  { pc, page }: { readonly pc: number; readonly page: number },
  state: DeskState,
): Promise<void> {
  app.pc.touchPage()
  aheadMs += page * 1000
  app.pc.isIdleFor(pc)
  await expectNow(what, state)
  app.pc.isIdleFor(0)
}

async function expectNow(what: string, state: DeskState): Promise<void> {
  triedCount += 1
  app.pc.tell('resume')
  // Covering asks the page for its drafts first.
  for (let tries = 0; tries < 50 && (await stateOfDesk(app)) !== state; tries += 1) await pause(20)
  await pause(50)
  const now = await stateOfDesk(app)
  if (now !== state) problems.push(`${what}: the desk is ${now}`)
  if (now !== 'open' && state === 'open') await sitDown(app, 'director')
}

async function expectRefused(what: string, channel: string, input: object): Promise<void> {
  triedCount += 1
  const reply = await app.ask(channel, input)
  if (reply.ok) problems.push(`${what} opens the desk`)
}
