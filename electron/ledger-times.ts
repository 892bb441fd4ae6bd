import { stat } from 'node:fs/promises'

/** When the ledger was last written to, by what its files say of themselves; null without one. Unit: epoch milliseconds. */
export async function lastWriteMs(filePath: string): Promise<number | null> {
  // Asking for the times opens nothing, so that no lock on the ledger is touched.
  const times = await Promise.all(['', '-wal', '.keys'].map((suffix) => writtenMs(filePath + suffix)))
  const known = times.filter((time) => time !== null)
  return known.length === 0 ? null : Math.max(...known)
}

async function writtenMs(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs
  } catch {
    return null
  }
}
