import { closeSync, fsyncSync, openSync } from 'node:fs'
import { errnoOf } from './file-failure.ts'

/** Some file systems flush names by themselves, and some folders may be written but not read. */
const harmlessErrors = ['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EACCES', 'EPERM']

/** Makes new names in a folder outlive a power cut. Windows keeps them by itself and opens no folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  try {
    flushFolder(folder)
  } catch (error) {
    if (!harmlessErrors.includes(errnoOf(error))) throw error
  }
}

function flushFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
