import { join } from 'node:path'
import { startOffice, valueOf } from '../app/app-office.ts'
import { acknowledge } from './acknowledge.ts'
import { officePlan } from './office-plan.ts'

/*
 * A program of its own: the built app saves one person after another, by several requests at once, until it is asked
 * to end or ended; tells who is saved.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const app = await startOffice(join(folder, 'user'))
const [first] = officePlan('edit', 21, 0).base
const plain = first?.kind === 'import' ? first.people[0] : undefined
if (plain === undefined) throw new Error('nobody to write down')

const ending = { isAsked: false }
const isAsked = () => ending.isAsked
process.on('SIGUSR2', () => {
  ending.isAsked = true
  const startedAt = performance.now()
  void app.quit().then(() => {
    acknowledge(`ended ${Math.round(performance.now() - startedAt)}`)
    process.exit(0)
  })
})
acknowledge('ready')
let count = 0
await Promise.all(
  Array.from({ length: 4 }, async () => {
    while (!isAsked()) {
      count += 1
      const name = `Person ${count}`
      const draft = { ...plain, idDocumentType: 'none', idNumber: '', name }
      const reply = await app.ask('resident.save', { id: null, revision: null, draft })
      if (reply.ok) acknowledge(`saved ${(await valueOf<{ id: number }>(Promise.resolve(reply))).id}`)
      else if (!isAsked()) acknowledge(`refused ${reply.failure.code}`)
    }
  }),
)
