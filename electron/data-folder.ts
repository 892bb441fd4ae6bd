import { app } from 'electron'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

export const ledgerFileName = 'linli-ledger.db'

const placeSchema = z.strictObject({ ledgerFile: z.string().nullable() })

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
  return (
    [placeFile(), `${placeFile()}.prev`].map(readPlace).find((place) => place !== undefined)?.ledgerFile ??
    null
  )
}

function readPlace(file: string): z.infer<typeof placeSchema> | undefined {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Missing or damaged: the previous copy is asked next, then set-up.
    return undefined
  }
}

/** Remembers the ledger's place so that a power cut leaves the old or the new text, never half of one. */
export function writeLedgerPlace(ledgerFile: string | null): void {
  const target = placeFile()
  mkdirSync(dirname(target), { recursive: true })
  const file = openSync(`${target}.new`, 'w')
  try {
    writeSync(file, JSON.stringify({ ledgerFile }))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  if (existsSync(target)) renameSync(target, `${target}.prev`)
  renameSync(`${target}.new`, target)
}
