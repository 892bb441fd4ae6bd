import {
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statfsSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '../../../db/backup/backup-folder.ts'
import { writeSampleCommunity } from '../../../db/sample/write-sample-community.ts'
import { copyToStick } from '../../../electron/backup/stick-copy.ts'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import {
  backUp,
  makeKeptOffice,
  openKept,
  restoreKept,
  stageAndCheck,
  type KeptOffice,
} from '../work/backup-office.ts'
import { makeStickImage, plugIn, stickKinds, whyNoStick, type StickKind } from '../work/stick.ts'

const slowestMs = 5000
/** Unit: bytes on a stick that is nearly full; the backup needs more. */
const spaceLeft = 1_000_000
const patience = new AbortController().signal

/** A backup carried to exFAT and NTFS sticks that are pulled, full or locked. */
export const unpluggedStick: Experiment = {
  id: 'F4',
  what: 'exFAT and NTFS stick pulled at points of a backup, full, locked, worn out; restored from it',
  run: async (bench) => {
    const skipped = whyNoStick()
    if (skipped !== null) return { triedCount: 0, misses: [], skipped }
    const { misses, expect } = collectMisses()
    const { office, source } = await aLargeBackup(bench.folder)
    let triedCount = 0
    for (const kind of stickKinds) {
      triedCount += await pullAt(bench, kind, source, office, expect)
      triedCount += await fullAndLocked(bench, kind, source, office, expect)
      triedCount += await spoiltOnTheStick(bench, kind, source, expect)
    }
    return {
      triedCount,
      misses,
      note: `a backup of ${(readFileSync(source).length / 1e6).toFixed(1)} MB`,
    } satisfies Outcome
  },
}

type Expect = (holds: boolean, sentence: string) => void

async function aLargeBackup(folder: string) {
  const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
  const ledger = openKept(office)
  await writeSampleCommunity(ledger, { seed: 5, householdCount: 1500 })
  const source = join(folder, 'source.llbak')
  copyFileSync(await backUp(ledger, office.key), source)
  closeOffice(ledger)
  return { office, source }
}

async function pullAt(
  { folder, size }: Bench,
  kind: StickKind,
  source: string,
  office: KeptOffice,
  expect: Expect,
): Promise<number> {
  const image = join(folder, `${kind}.image`)
  makeStickImage(kind, image, 48)
  const points = size({ fast: 2, ci: 10, release: 20 })
  const place = join(folder, `${kind}-stick`)
  const first = await plugIn(kind, image, place)
  const older = await copyToStick({ source, folder: place, onProgress: () => undefined, signal: patience })
  await first.putAway()
  for (let point = 0; point < points; point += 1) {
    const where = `${kind}, pulled after ${point + 1} of ${points} parts`
    const pulled = join(folder, `${kind}-pulled.image`)
    copyFileSync(image, pulled)
    const stick = await plugIn(kind, pulled, place)
    let pulledAt = 0
    const code = await codeOfRejection(() =>
      copyToStick({
        source,
        folder: place,
        signal: patience,
        onProgress: (done, total) => {
          if (pulledAt > 0 || done < (total * point) / points) return
          stick.unplug()
          pulledAt = performance.now()
        },
      }),
    )
    const took = performance.now() - pulledAt
    expect(code === 'stickGone', `${where}: ${code}`)
    expect(pulledAt > 0 && took < slowestMs, `${where}: it takes ${took.toFixed(0)} ms`)
    await stick.putAway()
    const again = await plugIn(kind, pulled, place)
    const offered = listBackups(place).map(({ fileName }) => fileName)
    expect(offered.join() === older, `${where}: afterwards the stick offers ${offered.join(' ')}`)
    expect(
      readFileSync(join(place, older)).equals(readFileSync(source)),
      `${where}: the older backup is changed`,
    )
    const next = await codeOfRejection(() =>
      copyToStick({ source, folder: place, onProgress: () => undefined, signal: patience }),
    )
    expect(next === 'none', `${where}: the next try: ${next}`)
    for (const { filePath } of listBackups(place)) {
      const check = await codeOfRejection(() =>
        stageAndCheck(filePath, office, join(folder, 'work', 'staged.db')),
      )
      expect(check === 'none', `${where}: on the stick is a backup that is ${check}`)
    }
    await again.putAway()
  }
  return points
}

/** A stick that is smaller than it says, or worn out, gives other bytes back than it was given. */
async function spoiltOnTheStick(
  { folder }: Bench,
  kind: StickKind,
  source: string,
  expect: Expect,
): Promise<number> {
  const image = join(folder, `${kind}-worn.image`)
  makeStickImage(kind, image, 48)
  const stick = await plugIn(kind, image, join(folder, `${kind}-worn`))
  const worn = { isSpoilt: false }
  const code = await codeOfRejection(() =>
    copyToStick({
      source,
      folder: stick.folder,
      signal: patience,
      onProgress: (done, total) => {
        if (worn.isSpoilt || done < total / 2) return
        worn.isSpoilt = true
        for (const name of readdirSync(stick.folder).filter((one) => one.endsWith('.part')))
          spoil(join(stick.folder, name))
      },
    }),
  )
  expect(worn.isSpoilt && code === 'copyNotVerified', `${kind}, other bytes read back: ${code}`)
  expect(listBackups(stick.folder).length === 0, `${kind}, other bytes read back: a backup is offered`)
  await stick.putAway()
  return 1
}

/** Turns a bit far behind the head, which alone is read when backups are listed. */
function spoil(path: string): void {
  const descriptor = openSync(path, 'r+')
  const at = fstatSync(descriptor).size - 100
  const byte = Buffer.alloc(1)
  readSync(descriptor, byte, 0, 1, at)
  writeSync(descriptor, Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at)
  closeSync(descriptor)
}

async function fullAndLocked(
  { folder }: Bench,
  kind: StickKind,
  source: string,
  office: KeptOffice,
  expect: Expect,
): Promise<number> {
  const place = join(folder, `${kind}-small`)
  const small = join(folder, `${kind}-small.image`)
  makeStickImage(kind, small, 12)
  const full = await plugIn(kind, small, place)
  const { bavail, bsize } = statfsSync(place)
  writeFileSync(join(place, 'pictures'), Buffer.alloc(Math.max(0, bavail * bsize - spaceLeft)))
  const fullCode = await codeOfRejection(() =>
    copyToStick({ source, folder: place, onProgress: () => undefined, signal: patience }),
  )
  expect(fullCode === 'stickFull', `${kind}, full: ${fullCode}`)
  expect(listBackups(place).length === 0, `${kind}, full: a backup is offered`)
  await full.putAway()

  const image = join(folder, `${kind}.image`)
  const locked = await plugIn(kind, image, place, { isReadOnly: true })
  const lockedCode = await codeOfRejection(() =>
    copyToStick({ source, folder: place, onProgress: () => undefined, signal: patience }),
  )
  expect(lockedCode === 'stickReadOnly', `${kind}, locked: ${lockedCode}`)
  const [there] = listBackups(place)
  const restored = await codeOfRejection(() =>
    restoreKept(
      there?.filePath ?? '',
      { ...office, filePath: join(folder, `${kind}-restored`, 'office.ledger') },
      null,
    ),
  )
  expect(restored === 'none', `${kind}, locked: restoring from it: ${restored}`)
  await locked.putAway()
  return 3
}
