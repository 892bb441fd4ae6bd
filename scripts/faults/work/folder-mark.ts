import { markOf, readImage } from '../shim/disk-image.ts'

/*
 * A program of its own, asked over IPC: what a folder holds, as one short text. The one that has the ledger open may
 * not read its file: that would let go of the lock on it.
 */

process.on('message', (folder: string) => {
  const image = new Map(readImage(folder))
  for (const path of [...image.keys()]) if (path.includes('.tries')) image.delete(path)
  process.send?.(markOf(image))
})
