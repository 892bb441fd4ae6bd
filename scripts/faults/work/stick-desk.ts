import { copyToStick } from '../../../electron/backup/stick-copy.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: carries backups to a stick, one after the other, and tells when each may be pulled out.
 */

export interface StickOrder {
  readonly sources: readonly string[]
  readonly folder: string
}

const { sources, folder } = JSON.parse(process.argv[2] ?? '{}') as StickOrder
const patience = new AbortController().signal
for (const [index, source] of sources.entries()) {
  await copyToStick({ source, folder, signal: patience, onProgress: () => undefined })
  acknowledge(`carried ${index + 1}`)
}
