import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Migration } from '../../../db/migrate.ts'
import { openOfficeAsItIs, openOfficeAt } from '../office-ledger.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import { makeReleasedOffice } from '../released/released-ledgers.ts'
import { nextMigration, withNext } from './next-migration.ts'

/** A released ledger that a newer version is to migrate, and what it holds before and after. */
export interface UpgradeCase {
  readonly version: number
  readonly seedFile: string
  readonly next: Migration
  readonly oldDigest: string
  readonly newDigest: string
}

/** Makes a ledger of the version with so many people, and learns from an undisturbed run what it becomes. */
export function upgradeCase(folder: string, version: number, peopleCount: number): UpgradeCase {
  const seedFile = join(folder, `version-${version}.ledger`)
  makeReleasedOffice(seedFile, version, peopleCount)
  const room = roomWith(folder, 'undisturbed', seedFile)
  const before = openOfficeAsItIs(room.filePath)
  const oldDigest = wholeDigest(before)
  before.close()
  const next = nextMigration(room.folder)
  const after = openOfficeAt(room.filePath, withNext(next))
  const newDigest = wholeDigest(after)
  after.close()
  rmSync(room.folder, { recursive: true })
  return { version, seedFile, next, oldDigest, newDigest }
}

/** A folder of its own with a copy of the ledger in it. */
export function roomWith(folder: string, name: string, seedFile: string) {
  const room = join(folder, name)
  mkdirSync(room)
  const filePath = join(room, 'office.ledger')
  copyFileSync(seedFile, filePath)
  return { folder: room, filePath }
}
