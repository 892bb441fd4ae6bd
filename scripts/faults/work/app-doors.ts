import { join } from 'node:path'
import { startApp } from '../app/start-app.ts'
import { surfaceProblems } from '../oracle/door-surface.ts'
import { expectedAccess } from '../oracle/role-matrix.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app, whose list of doors is compared and which is asked by others than its page.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const app = await startApp(join(folder, 'user'))
const channels = Object.keys(expectedAccess)
const problems = [...surfaceProblems([...app.handlers.keys()])]
const withOneMore = surfaceProblems([...app.handlers.keys(), 'canary.open'])
const isCanarySeen = withOneMore.length > problems.length

const page = app.page()
const strangers: readonly (readonly [string, object])[] = [
  ['a frame inside the page', { sender: page, senderFrame: { url: 'app://linli/index.html' } }],
  ['a frame that is gone', { sender: page, senderFrame: null }],
  ['another window', other({ id: 99, mainFrame: { url: 'app://linli/index.html' } })],
  ['the page after it went elsewhere', other({ id: page.id, mainFrame: { url: 'https://a.example/' } })],
  ['an address that begins alike', other({ id: page.id, mainFrame: { url: 'app://linli.example/' } })],
]
const admitted: string[] = []
for (const [name, event] of strangers) {
  for (const channel of channels) {
    const reply = await app.askAs(event, channel, {})
    if (reply.ok || reply.failure.code !== 'unexpected') admitted.push(`${name} reaches ${channel}`)
  }
}
const askedCount = strangers.length * channels.length
acknowledge(JSON.stringify({ channelCount: app.handlers.size, problems, isCanarySeen, askedCount, admitted }))
// Its timers would keep it running.
process.exit(0)

function other(contents: { readonly id: number; readonly mainFrame: object }) {
  return { sender: contents, senderFrame: contents.mainFrame }
}
