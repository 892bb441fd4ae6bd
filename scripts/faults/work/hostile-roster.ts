import { writeFileSync } from 'node:fs'
import { hostileRosters } from '../../../electron/import/testing/hostile-rosters.ts'

/*
 * A program of its own, asked over IPC: writes a hostile roster. What making one costs is no figure of the app's.
 */

process.on('message', ({ name, path }: { readonly name: string; readonly path: string }) => {
  const roster = hostileRosters.find((one) => one.name === name)
  if (roster === undefined) throw new Error('no hostile roster is called that')
  writeFileSync(path, roster.bytes())
  process.send?.('written')
})
