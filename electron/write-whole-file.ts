import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { retryWhileBlocked } from '../db/retry-while-busy.ts'
import { syncFolder } from '../db/sync-folder.ts'
import { FailureError } from '../domain/failure.ts'

/** Puts the whole file on the disk under another name first. Throws: fileNotWritten. */
export async function writeWholeFile(filePath: string, content: Uint8Array | string): Promise<void> {
  const partial = `${filePath}.part`
  try {
    const file = await retryWhileBlocked(() => open(partial, 'w'))
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await retryWhileBlocked(() => rename(partial, filePath))
    syncFolder(dirname(filePath))
  } catch {
    // A viewer that has the file open, a full or a read-only disk: the user chooses another place.
    await rm(partial, { force: true })
    throw new FailureError('fileNotWritten')
  }
}
