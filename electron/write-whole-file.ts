import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { retryWhileBlocked } from '../db/retry-while-busy.ts'
import { syncFolder } from '../db/sync-folder.ts'
import { FailureError } from '../domain/failure.ts'

/** Puts the whole file on the disk under another name first. Throws: fileNotWritten. */
export async function writeWholeFile(filePath: string, content: Uint8Array | string): Promise<void> {
  await writeWholeFileBy(filePath, (file) => file.writeFile(content))
}

/** The same for what is written piece by piece. Throws: fileNotWritten, and the FailureError of the work itself. */
export async function writeWholeFileBy(
  filePath: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const partial = `${filePath}.part`
  try {
    const file = await retryWhileBlocked(() => open(partial, 'w'))
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await retryWhileBlocked(() => rename(partial, filePath))
    syncFolder(dirname(filePath))
  } catch (error) {
    await rm(partial, { force: true })
    // A viewer that has the file open, a full or a read-only disk: the user chooses another place.
    throw error instanceof FailureError ? error : new FailureError('fileNotWritten')
  }
}
