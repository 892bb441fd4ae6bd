import { readFileSync, rmSync } from 'node:fs'
import { openOfficeAsItIs, openOfficeAt, clockOn } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { liftFault, setFault, type Fault } from '../shim/fault-control.ts'
import { acknowledge } from './acknowledge.ts'
import { withNext } from './next-migration.ts'
import { roomWith, type UpgradeCase } from './upgrade-case.ts'

/*
 * A program of its own, run under the shim: migrates a copy of a ledger again and again, each time with another fault,
 * then looks at what is there, heals the disk and migrates again. Acknowledges one report for each fault.
 */

export interface FaultyUpgradeOrder {
  readonly folder: string
  readonly control: string
  readonly upgrade: UpgradeCase
  readonly faults: readonly Fault[]
  /** The day of the clock; the ledger was written in 2026. */
  readonly day: string
}

export interface FaultyUpgradeReport {
  readonly code: string
  readonly failedCount: number
  readonly seenCount: number
  readonly problems: readonly string[]
}

const { folder, control, upgrade, faults, day } = JSON.parse(process.argv[2] ?? '{}') as FaultyUpgradeOrder

for (const fault of faults) acknowledge(JSON.stringify(migrateWith(fault)))

function migrateWith(fault: Fault): FaultyUpgradeReport {
  const room = roomWith(folder, 'faulty', upgrade.seedFile)
  const all = withNext(upgrade.next)
  const problems: string[] = []
  setFault(control, fault)
  const code = codeOfFailing(() => openOfficeAt(room.filePath, all, clockOn(day)).close())
  const counts = liftFault(control)
  const isUntouched = readFileSync(room.filePath).equals(readFileSync(upgrade.seedFile))
  const raw = openOfficeAsItIs(room.filePath)
  const digest = wholeDigest(raw)
  raw.close()
  const isOld = digest === upgrade.oldDigest
  if (!isOld && digest !== upgrade.newDigest) problems.push('neither the old ledger nor the new one')
  if (code === 'none' && isOld) problems.push('said to be migrated, but the old ledger is there')
  if (code !== 'none' && isOld && !isUntouched) problems.push('the file is changed')
  const second = openOfficeAt(room.filePath, all, clockOn(day))
  if (wholeDigest(second) !== upgrade.newDigest) problems.push('the next start leaves another ledger')
  second.close()
  rmSync(room.folder, { recursive: true })
  return { code, ...counts, problems }
}
