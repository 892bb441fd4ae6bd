import { app } from 'electron'
import { join } from 'node:path'
import { readPlaceFile, writePlaceFile } from './place-file.ts'

export const ledgerFileName = 'linli-ledger.db'

function placeFile(): string {
  return join(app.getPath('userData'), 'place.json')
}

/** Where a new ledger goes unless the office chooses otherwise: a folder every Windows account of the PC can reach. */
export function defaultLedgerFolder(): string {
  const shared = process.env['ProgramData']
  return process.platform === 'win32' && shared !== undefined
    ? join(shared, 'LinliLedger', 'ledger')
    : join(app.getPath('userData'), 'ledger')
}

/** The sample ledger never shares a folder with a real one. */
export function sampleLedgerFile(): string {
  return join(app.getPath('userData'), 'sample-ledger', ledgerFileName)
}

/** The ledger this PC works on, or null before set-up. */
export function readLedgerPlace(): string | null {
  return readPlaceFile(placeFile())
}

/** Remembers the ledger this PC works on; null goes back to set-up. */
export function writeLedgerPlace(ledgerFile: string | null): void {
  writePlaceFile(placeFile(), ledgerFile)
}
