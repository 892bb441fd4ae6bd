import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wholeDigest } from '../oracle/table-digests.ts'
import { openOfficeAsItIs } from '../office-ledger.ts'
import { scratchFolder } from '../scratch-folder.ts'
import { differingPaths, markOf, readImage } from '../shim/disk-image.ts'
import type { DiskImage } from '../shim/recorded-disk.ts'
import { keyFrom } from './backup-office.ts'

/*
 * A program of its own, asked over IPC: what a folder holds. The one that has the ledger open may not read its file:
 * that would let go of the lock on it.
 */

/** Shape: everything in it as one short text, and the names of the backups among it. */
export interface FolderMark {
  readonly text: string
  readonly backups: string
}

/** Shape: a folder to look at, or whether a ledger held the same rows at the last two looks. */
export type FolderQuestion = { readonly folder: string } | { readonly ledger: string; readonly key: string }

let looks: readonly DiskImage[] = []

process.on('message', (question: FolderQuestion) => {
  process.send?.('folder' in question ? lookAt(question.folder) : haveSameRows(question))
})

function lookAt(folder: string): FolderMark {
  const image = new Map(readImage(folder))
  for (const path of [...image.keys()]) if (path.includes('.tries')) image.delete(path)
  looks = [...looks.slice(-1), image]
  const backups = [...image.keys()].filter((path) => path.endsWith('.llbak')).sort()
  return { text: markOf(image), backups: backups.join() }
}

/** Whoever closes a ledger brings what waits beside it into its file: other bytes, the same rows. */
function haveSameRows({ ledger, key }: { readonly ledger: string; readonly key: string }): boolean {
  const [before, after] = looks
  if (before === undefined || after === undefined) return false
  const isLedgerAlone = differingPaths(before, after).every((path) =>
    [ledger, `${ledger}-wal`].includes(path),
  )
  return isLedgerAlone && rowsIn(before, ledger, key) === rowsIn(after, ledger, key)
}

function rowsIn(image: DiskImage, ledger: string, key: string): string {
  const folder = scratchFolder()
  try {
    for (const suffix of ['', '-wal']) {
      const bytes = image.get(ledger + suffix)
      if (bytes !== undefined && bytes !== null) writeFileSync(join(folder, `look.db${suffix}`), bytes)
    }
    const raw = openOfficeAsItIs(join(folder, 'look.db'), keyFrom(key))
    try {
      return wholeDigest(raw)
    } finally {
      raw.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
