import { join } from 'node:path'
import { openAfterwards, people, sitDown, startOffice, type Person } from '../app/app-office.ts'
import { closeOffice } from '../office-ledger.ts'
import { surfaceProblems } from '../oracle/door-surface.ts'
import { expectedAccess } from '../oracle/role-matrix.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app with a real ledger, whose every door is tried by everybody and from everywhere.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const userData = join(folder, 'user')
const app = await startOffice(userData)
const report = (id: string, triedCount: number, problems: readonly string[]) =>
  acknowledge(JSON.stringify({ id, triedCount, problems }))
const channels = Object.keys(expectedAccess)
/** No channel takes it, so that whoever is let in is stopped at the next check and changes nothing. */
const noInput = { nobody: 'takes this' }

const surface = surfaceProblems([...app.handlers.keys()])
const withOneMore = surfaceProblems([...app.handlers.keys(), 'canary.open'])
report('surface', app.handlers.size, surface)
report('canary', 1, withOneMore.length > surface.length ? [] : ['a handler without a role went unnoticed'])

const cells: string[] = []
const expectedDenials: string[] = []
for (const person of [...(Object.keys(people) as Person[]), 'nobody', 'locked'] as const) {
  if (person === 'nobody') await app.ask('staff.signOut')
  else if (person === 'locked') {
    await sitDown(app, 'director')
    await app.ask('staff.lock')
  } else await sitDown(app, person)
  for (const channel of channels) {
    const access = expectedAccess[channel as keyof typeof expectedAccess]
    const isLetIn = access === 'anybody' || access.split(' ').includes(person)
    const isSomebody = person in people
    const expected = isLetIn ? 'invalidInput' : isSomebody ? 'notAllowed' : 'notSignedIn'
    const reply = await app.ask(channel, noInput)
    const answered = reply.ok ? 'ok' : reply.failure.code
    if (answered !== expected) cells.push(`${person} at ${channel}: ${answered} instead of ${expected}`)
    if (expected === 'notAllowed') expectedDenials.push(`${person} ${channel}`)
  }
}

const strangers: readonly (readonly [string, object])[] = [
  ['a frame inside the page', { sender: app.page, senderFrame: { url: 'app://linli/index.html' } }],
  ['a frame that is gone', { sender: app.page, senderFrame: null }],
  ['another window', other({ id: 99, mainFrame: { url: 'app://linli/index.html' } })],
  [
    'the page after it went elsewhere',
    other({ ...app.page, id: app.page.id, mainFrame: { url: 'https://a.example/' } }),
  ],
  ['an address that begins alike', other({ id: app.page.id, mainFrame: { url: 'app://linli.example/' } })],
]
const admitted: string[] = []
for (const [name, event] of strangers) {
  for (const channel of channels) {
    const reply = await app.askAs(event, channel, {})
    if (reply.ok || reply.failure.code !== 'unexpected') admitted.push(`${name} reaches ${channel}`)
  }
}
report('senders', strangers.length * channels.length, admitted)

await app.quit()
const { ledger } = await openAfterwards(userData)
const denials = ledger.raw
  .prepare<[], string>(
    `SELECT role || ' ' || json_extract(detail, '$.channel') FROM auditEntry WHERE action = 'denied'`,
  )
  .pluck()
  .all()
closeOffice(ledger)
const [written, expectedText] = [denials.sort().join('\n'), expectedDenials.sort().join('\n')]
if (written !== expectedText)
  cells.push(`${expectedDenials.length} denials, but ${denials.length} are in the audit trail`)
report('matrix', channels.length * 5, cells)

function other(contents: { readonly id: number; readonly mainFrame: object }) {
  return { sender: contents, senderFrame: contents.mainFrame }
}
