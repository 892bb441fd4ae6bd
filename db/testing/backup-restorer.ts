import type { Clock } from '../../domain/clock.ts'
import { anActor, fixedClock } from '../../domain/testing/builders.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { checkStaged, keyOfStaged, stageBackup } from '../backup/stage-backup.ts'
import { toLedgerKey } from '../key/ledger-key.ts'
import { ledgerFor, openLedger } from '../ledger.ts'

/** Runs as a process of its own until it is killed: restores a backup over a ledger. */
const [source = '', ledgerFile = '', keyHex = ''] = process.argv.slice(2)
const key = toLedgerKey(Buffer.from(keyHex, 'hex'))
const clock: Clock = fixedClock()
process.stdout.write('start\n')
const ledger = ledgerFor(openLedger({ filePath: ledgerFile, key, clock }), anActor())
const staged = await stageBackup({ source, ledgerFile, workFile: `${ledgerFile}.staged` })
await keyOfStaged(staged, null, { presentKey: key, clock })
const database = await checkStaged(staged, key)
const request = { staged, database, key, clock, actor: ledger.actor, action: 'backupRestored' } as const
await restoreBackup({ ...request, present: { ledger, key } })
process.stdout.write('restored\n')
