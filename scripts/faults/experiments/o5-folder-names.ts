import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '../../../db/backup/backup-folder.ts'
import { judgeFolder } from '../../../domain/ledger-folder.ts'
import { signIn } from '../../../db/unlocking/sign-in.ts'
import { people } from '../app/app-office.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { clockOn, closeOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { makeKeptOffice } from '../work/backup-office.ts'
import { runProgram } from '../work/start-program.ts'
import { tryPlaces, type PlaceReport } from '../work/place-order.ts'

type Expect = (holds: boolean, sentence: string) => void

const ledgerName = 'linli-ledger.db'
/** Han characters with three bytes each, of which a name holds 255. */
const han = '\u6751'
const names = {
  plain: '\u5f20\u4e09',
  spaced: '\u674e \u56db\u{1f600}',
  composed: '\u00e9',
  decomposed: 'e\u0301',
  'with a dot at its end': 'abc.',
  'of 84 Han characters': han.repeat(84),
  quoted: `a'b"c%d#e?f*`,
} as const
/** Unit: characters of the whole path; of the 511 bytes of a path that SQLite takes the ledger's files need 58. */
const lengths = [453, 454, 259, 150, 200, 240, 400, 500]
const longest = 453

/** A ledger works in a folder of any name and length, or its set-up is refused and leaves nothing there. */
export const folderNames: Experiment = {
  id: 'O5',
  what: 'user and folder names, NFC and NFD, path lengths, 84 Han characters; ledger files with long names',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const places = [
      ...Object.values(names)
        .slice(0, size({ fast: 4, ci: 7, release: 7 }))
        .map((name) => join(folder, 'places', name)),
      ...lengths
        .slice(0, size({ fast: 2, ci: 8, release: 8 }))
        .map((length) => ofLength(join(folder, 'long'), length)),
    ]
    for (const place of places) mkdirSync(place, { recursive: true })
    const users = Object.values(names).slice(0, size({ fast: 2, ci: 4, release: 7 }))
    const reports: PlaceReport[] = []
    for (const [index, user] of users.entries()) {
      const userData = join(folder, 'users', user)
      mkdirSync(userData, { recursive: true })
      // The first user tries every place, the others one of their own.
      const own = join(folder, 'own', user)
      mkdirSync(own, { recursive: true })
      const tried = index === 0 ? places : [own]
      reports.push(...(await tryPlaces({ userData, places: tried, isSettingUp: true })))
    }
    const expectedCount = places.length + users.length - 1
    expect(reports.length === expectedCount, `${reports.length} of ${expectedCount} places were tried`)
    for (const report of reports) await expectWholeOrNothing(report, expect)
    const working = reports.filter(({ code }) => code === null).length
    const windowsCount = onWindows(expect)
    const fileCount = await longFileNames(folder, expect)
    return {
      triedCount: expectedCount + windowsCount + fileCount,
      misses,
      note: `${working} work, ${reports.length - working} are refused`,
    }
  },
}

async function expectWholeOrNothing({ place, code, there }: PlaceReport, expect: Expect): Promise<void> {
  const where = `${Buffer.byteLength(place)} bytes, ${JSON.stringify(place.split('/').at(-1))}`
  const expected = Buffer.byteLength(place) > longest ? 'folderPathTooLong' : null
  expect(code === expected, `${where}: ${code ?? 'works'}`)
  if (code !== null) {
    expect(there.length === 0, `${where}: refused, but ${there.join(' ')} is left there`)
    return
  }
  const { staffId, password } = people.director
  const filePath = join(place, ledgerName)
  const { ledger } = await signIn({ filePath, clock: clockOn() }, { staffId, password })
  const count = ledger.raw.prepare<[], number>('SELECT count(*) FROM resident').pluck().get()
  expect(count === 1, `${where}: ${String(count)} people are there`)
  for (const fault of faultsOf(ledger.raw)) expect(false, `${where}: ${fault}`)
  closeOffice(ledger)
  expect(listBackups(join(place, 'backups')).length > 0, `${where}: no backup is there`)
}

/** The same lengths by the rule of Windows: with its longest file a ledger needs 58 characters of 259. */
function onWindows(expect: Expect): number {
  const tries = [
    [150, null],
    [200, null],
    [201, null],
    [202, 'folderPathTooLong'],
    [240, 'folderPathTooLong'],
    [259, 'folderPathTooLong'],
  ] as const
  for (const [length, expected] of tries) {
    const path = `D:\\${'x'.repeat(length - 3)}`
    const facts = { paths: [path], drive: 'fixed', syncRoots: [], personalFolders: [] } as const
    const { refusal } = judgeFolder({ system: 'windows', ledgerName, ...facts })
    expect(refusal === expected, `${length} characters on Windows: ${refusal ?? 'admitted'}`)
  }
  return tries.length
}

/** A ledger somebody gave a name to: what SQLite and a copy put behind it has to fit as well. */
async function longFileNames(folder: string, expect: Expect): Promise<number> {
  const source = join(folder, 'named', ledgerName)
  await makeKeptOffice(source)
  const tries = [
    [72, 'signIn', true],
    [73, 'ledgerNameTooLong', true],
    [84, 'ledgerNameTooLong', false],
  ] as const
  for (const [count, expected, hasKeys] of tries) {
    const place = join(folder, 'named', String(count))
    const ledgerFile = join(place, `${han.repeat(count)}.db`)
    mkdirSync(place)
    copyFileSync(source, ledgerFile)
    // The name of a key file can't be that long itself.
    if (hasKeys) copyFileSync(`${source}.keys`, `${ledgerFile}.keys`)
    const [answer] = await runProgram('app-opening.ts', {
      userData: join(folder, `user-${count}`),
      ledgerFile,
    })
    expect(answer === expected, `a ledger named with ${count} Han characters: ${answer ?? 'nothing'}`)
  }
  return tries.length
}

function ofLength(start: string, length: number): string {
  let path = start
  while (length - path.length > 100) path += `/${'y'.repeat(60)}`
  return `${path}/${'z'.repeat(length - path.length - 1)}`
}
