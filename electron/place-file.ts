import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const placeSchema = z.strictObject({ ledgerFile: z.string().nullable() })

/** The ledger a place file names; a damaged or missing one counts as its previous copy, then as none. */
export function readPlaceFile(path: string): string | null {
  const places = [path, `${path}.prev`].map(readPlace)
  return places.find((place) => place !== undefined)?.ledgerFile ?? null
}

function readPlace(path: string): z.infer<typeof placeSchema> | undefined {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Missing or damaged: the caller asks the next one.
    return undefined
  }
}

/** Writes a place file so that a power cut leaves the old or the new text, never half of one. */
export function writePlaceFile(path: string, ledgerFile: string | null): void {
  mkdirSync(dirname(path), { recursive: true })
  // A damaged file must not replace the good copy that still answers for it.
  if (readPlace(path) !== undefined) copyFileSync(path, `${path}.prev`)
  const file = openSync(`${path}.new`, 'w')
  try {
    writeSync(file, JSON.stringify({ ledgerFile }))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(`${path}.new`, path)
}
