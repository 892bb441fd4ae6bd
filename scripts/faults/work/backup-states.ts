import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { backupFolderOf, listBackups } from '../../../db/backup/backup-folder.ts'
import { readKeySlotsOfClosed } from '../../../db/key/key-file.ts'
import { giveKey } from '../../../db/key/ledger-key.ts'
import Database from 'better-sqlite3'
import { contentDigest } from '../oracle/table-digests.ts'
import { contentOf, stageAndCheck, type KeptOffice } from './backup-office.ts'

/** Of every backup that is offered what it holds, by its name. Throws: when one of them is not whole. */
export async function offeredBackups(office: KeptOffice): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { fileName, filePath } of listBackups(backupFolderOf(office.filePath))) {
    const workFile = join(dirname(office.filePath), 'look', 'staged.db')
    const { staged } = await stageAndCheck(filePath, office, workFile)
    found.set(fileName, contentOfCopy(staged.databaseFile, office))
  }
  return found
}

/** The ledger under its name, with keys that are its own. Throws: when there is none that opens. */
export async function ledgerWithKeys(office: KeptOffice): Promise<string> {
  await readKeySlotsOfClosed(office.filePath)
  return contentOf(office)
}

/** What a program that was ended left half done, besides what the next run takes away by itself. */
export function halfDone(office: KeptOffice): readonly string[] {
  const folder = dirname(office.filePath)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return names.filter((name) => /\.(restoring|next|new)/.test(name))
}

/** What is in a copy of a database besides its audit trail. Throws: SqliteError. */
export function contentOfCopy(path: string, { key }: Pick<KeptOffice, 'key'>): string {
  const raw = new Database(path, { readonly: true })
  try {
    giveKey(raw, key)
    return contentDigest(raw)
  } finally {
    raw.close()
  }
}
