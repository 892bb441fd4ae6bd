import { join } from 'node:path'
import { startOffice, valueOf } from '../app/app-office.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app, which makes a backup when it is told to; tells when that is done.
 */

const { folder } = JSON.parse(process.argv[2] ?? '{}') as { readonly folder: string }
const app = await startOffice(join(folder, 'user'))
process.once('SIGUSR2', () => {
  void valueOf<{ id: string }>(app.ask('backup.make')).then(async ({ id }) => {
    acknowledge(`backed up ${id}`)
    await app.quit()
    process.exit(0)
  })
})
acknowledge('ready')
