import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { judgeFolder } from '../../../domain/ledger-folder.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { plainNames, syncedNames, windowsPlaces } from '../oracle/synced-places.ts'
import { tryPlaces } from '../work/place-order.ts'
import { runProgram } from '../work/start-program.ts'

const insideNames = ['inside', 'deeper']

/** No ledger is set up where a cloud, a network or a stick has it, and one that gets there later is told. */
export const syncedPlaces: Experiment = {
  id: 'O2',
  what: 'set-up in folders of sync programs, through links, in named roots; moved there later; Windows places',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const expected = makePlaces(join(folder, 'places'))
    const userData = join(folder, 'user')
    mkdirSync(userData)
    const environment = { OneDriveCommercial: join(folder, 'places', 'work') }
    const order = { userData, places: [...expected.keys()], isSettingUp: false }
    const reports = await tryPlaces(order, environment)
    expect(reports.length === expected.size, `only ${reports.length} of ${expected.size} places were tried`)
    for (const { place, code, there } of reports) {
      const wanted = expected.get(place) ?? null
      expect(code === wanted, `${place}: ${code ?? 'admitted'} instead of ${wanted ?? 'admitted'}`)
      const left = there.filter((name) => !insideNames.includes(name))
      expect(left.length === 0, `${place}: ${left.join(' ')} is left there`)
    }

    for (const { paths, drive = 'fixed', syncRoots = [], expected: wanted } of windowsPlaces) {
      const facts = { paths, drive, syncRoots, ledgerName: 'linli-ledger.db', personalFolders: [] }
      const { refusal } = judgeFolder({ system: 'windows', ...facts })
      expect(refusal === wanted, `${paths.join(' -> ')}: ${refusal ?? 'admitted'} on Windows`)
    }

    const names = syncedNames.slice(0, size({ fast: 3, ci: 10, release: syncedNames.length }))
    const later = await runProgram('app-moved-later.ts', { folder: join(folder, 'later'), names })
    for (const [index, name] of names.entries()) {
      const wanted = `${name}\tfolderInSyncRoot\tanswers\tfolderInSyncRoot`
      expect(later[index] === wanted, `moved later: ${later[index] ?? 'nothing'} instead of ${wanted}`)
    }
    return { triedCount: expected.size + windowsPlaces.length + names.length, misses }
  },
}

/** Each folder with the code that the set-up is to refuse it with, or null. */
function makePlaces(top: string): ReadonlyMap<string, string | null> {
  const expected = new Map<string, string | null>()
  const make = (place: string, code: string | null) => {
    mkdirSync(place, { recursive: true })
    expected.set(place, code)
  }
  for (const [index, name] of syncedNames.entries()) {
    // One folder each: on some disks names that differ in their case are one.
    const place = join(top, String(index), name)
    make(place, 'folderInSyncRoot')
    make(join(place, ...insideNames), 'folderInSyncRoot')
    const link = join(top, `link-${index}`)
    symlinkSync(join(place, 'inside'), link)
    expected.set(link, 'folderInSyncRoot')
    make(join(top, `beside-${index}`, `${name}x`), name.includes(' - ') ? 'folderInSyncRoot' : null)
  }
  for (const name of plainNames) make(join(top, 'plain', name), null)
  make(join(top, 'work', 'ledger'), 'folderInSyncRoot')
  make(join(top, 'work2'), null)
  return expected
}
