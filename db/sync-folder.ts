import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes new names in a folder outlive a power cut. Windows keeps them by itself and opens no folders. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
