import { app } from 'electron'
import { basename, join } from 'node:path'
import { judgeFolder, type FolderVerdict, type FolderWarning } from '../domain/ledger-folder.ts'
import { FailureError } from '../domain/failure.ts'
import { findDefaultLedgerFolder } from './default-ledger-folder.ts'
import { gatherFolderFacts } from './folder-facts.ts'
import { readPlaceFile, writePlaceFile, writeRetiredPlace, type LedgerPlace } from './place-file.ts'

export const ledgerFileName = 'linli-ledger.db'

function placeFile(): string {
  return join(app.getPath('userData'), 'place.json')
}

let defaultFolder: Promise<string> | undefined

/** Where a new ledger goes unless the office chooses otherwise; found out once, because it is proven by writing. */
export function defaultLedgerFolder(): Promise<string> {
  defaultFolder ??= findDefaultLedgerFolder({
    platform: process.platform,
    userData: app.getPath('userData'),
    programData: process.env['ProgramData'],
    localAppData: process.env['LOCALAPPDATA'],
    systemRoot: process.env['SystemRoot'],
  })
  return defaultFolder
}

/** The sample ledger never shares a folder with a real one. */
export function sampleLedgerFile(): string {
  return join(app.getPath('userData'), 'sample-ledger', ledgerFileName)
}

/** The ledger this PC works on. */
export function readLedgerPlace(): Promise<LedgerPlace> {
  return readPlaceFile(placeFile())
}

/** Remembers the ledger this PC works on; null goes back to set-up. Throws: stateFileBlocked, diskFull. */
export function writeLedgerPlace(ledgerFile: string | null): Promise<void> {
  return writePlaceFile(placeFile(), ledgerFile)
}

/** Remembers that the ledger of this PC went to another one. Throws: stateFileBlocked, diskFull. */
export function retireLedgerPlace(ledgerFile: string, retiredOn: string): Promise<void> {
  return writeRetiredPlace(placeFile(), ledgerFile, retiredOn)
}

/** What rules a folder out for a ledger, or speaks against it. */
export async function judgeLedgerFolder(folder: string, ledgerName: string): Promise<FolderVerdict> {
  const personalFolders = [app.getPath('desktop'), app.getPath('documents')]
  return judgeFolder(
    await gatherFolderFacts({ folder, ledgerName, personalFolders, environment: process.env }),
  )
}

/** What speaks against a folder, if anything. Throws: the failure that rules it out. */
export async function admitLedgerFolder(
  folder: string,
  ledgerName = ledgerFileName,
): Promise<FolderWarning | null> {
  const { refusal, warning } = await judgeLedgerFolder(folder, basename(ledgerName))
  if (refusal !== null) throw new FailureError(refusal)
  return warning
}
