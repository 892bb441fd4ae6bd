import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { errnoOf } from './file-failure.ts'
import { syncFolder } from './sync-folder.ts'

/**
 * Makes a folder and those above it. One that is new outlives a power cut only once its name is flushed too.
 * Node's own way of making several at once never comes to its end where a folder that is there takes no new one and the
 * system says that there is no such place, as folder protection and some sticks do.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another program was faster.
    if (errnoOf(error) !== 'EEXIST') throw error
  }
  syncFolder(above)
}
