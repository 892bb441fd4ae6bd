import { openOfficeAt } from '../office-ledger.ts'
import { acknowledge } from './acknowledge.ts'
import { breakingAt, withNext } from './next-migration.ts'
import type { UpgradeOrder } from './upgrade-order.ts'

/*
 * A program of its own: a newer version of the product that migrates the ledger at its start.
 */

const { filePath, fromVersion, next, dieAt } = JSON.parse(process.argv[2] ?? '{}') as UpgradeOrder

const all = withNext(next)
acknowledge('start')
const raw = openOfficeAt(filePath, dieAt === undefined ? all : breakingAt(all, fromVersion, dieAt, die))
acknowledge('migrated')
raw.close()

function die(): string {
  process.kill(process.pid, 'SIGKILL')
  // The signal needs no time, but the compiler wants an answer.
  return ''
}
