import { join } from 'node:path'
import { openAfterwards, people, sitDown, startOffice, type Person } from '../app/app-office.ts'
import { closeOffice } from '../office-ledger.ts'
import { barredWhileCovered, expectedAccess } from '../oracle/role-matrix.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app with a real ledger, whose every door is tried by every role.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const userData = join(folder, 'user')
const app = await startOffice(userData)
/** No channel takes it, so that whoever is let in is stopped at the next check and changes nothing. */
const noInput = { nobody: 'takes this' }

const problems: string[] = []
const expectedDenials: string[] = []
let triedCount = 0
for (const person of [...(Object.keys(people) as Person[]), 'nobody', 'locked'] as const) {
  if (person === 'nobody') await app.ask('staff.signOut')
  else await sitDown(app, person === 'locked' ? 'director' : person)
  if (person === 'locked') await app.ask('staff.lock')
  for (const [channel, access] of Object.entries(expectedAccess)) {
    const isBarred = person === 'locked' && barredWhileCovered.includes(channel)
    const isLetIn = !isBarred && (access === 'anybody' || access.split(' ').includes(person))
    const expected = isLetIn ? 'invalidInput' : person in people ? 'notAllowed' : 'notSignedIn'
    const reply = await app.ask(channel, noInput)
    const answered = reply.ok ? 'ok' : reply.failure.code
    if (answered !== expected) problems.push(`${person} at ${channel}: ${answered} instead of ${expected}`)
    if (expected === 'notAllowed') expectedDenials.push(`${person} ${channel}`)
    triedCount += 1
  }
}
await app.quit()

const { ledger } = await openAfterwards(userData)
const denials = ledger.raw
  .prepare<[], string>(
    `SELECT role || ' ' || json_extract(detail, '$.channel') FROM auditEntry WHERE action = 'denied'`,
  )
  .pluck()
  .all()
closeOffice(ledger)
if (denials.sort().join() !== expectedDenials.sort().join())
  problems.push(`${expectedDenials.length} denials, but ${denials.length} are in the audit trail`)
acknowledge(JSON.stringify({ triedCount, problems, denialCount: denials.length }))
// Its timers would keep it running.
process.exit(0)
