import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { listBackups } from '../../../db/backup/backup-folder.ts'
import { copyToStick } from '../../../electron/backup/stick-copy.ts'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import {
  backUp,
  contentOf,
  makeKeptOffice,
  openKept,
  restoreKept,
  type KeptOffice,
} from '../work/backup-office.ts'
import { oddTargets, type OddTarget } from '../work/odd-targets.ts'
import { makeStickImage, plugIn, stickKinds, whyNoStick, type StickKind } from '../work/stick.ts'

const patience = new AbortController().signal
const oddName = 'a:b?c*d'

/** Backups carried to other file systems, into folders of any name, beside anything of their own name. */
export const oddPlaces: Experiment = {
  id: 'X3',
  what: 'backups to other disks, exFAT, NTFS; odd folders and names; locked: restored or clearly refused',
  run: carryEverywhere,
}

type Expect = (holds: boolean, sentence: string) => void

interface Carried {
  readonly office: KeptOffice
  readonly source: string
  readonly content: string
}

async function carryEverywhere({ folder, size }: Bench): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const carried = await somethingToCarry(folder)
  const step = size({ fast: 5, ci: 1, release: 1 })
  const targets = oddTargets.filter((_, index) => index % step === 0)
  let triedCount = 0
  let refusedCount = 0
  const carry = async (medium: string, where: string) => {
    for (const target of targets) {
      const code = await carryTo(medium, target, carried, (holds, sentence) =>
        expect(holds, `${where}, ${target.name}: ${sentence}`),
      )
      triedCount += 1
      if (code !== 'none') refusedCount += 1
    }
  }
  const disks = otherDisks(carried.source)
  for (const disk of disks) {
    const medium = mkdtempSync(join(disk, 'linli-faults-disk-'))
    try {
      await carry(medium, 'another disk')
    } finally {
      rmSync(medium, { recursive: true, force: true })
    }
  }
  const skipped = whyNoStick()
  for (const kind of skipped === null ? stickKinds : []) {
    const medium = join(folder, kind)
    const image = `${medium}.image`
    makeStickImage(kind, image, 96)
    const stick = await plugIn(kind, image, medium)
    await carry(medium, kind)
    triedCount += await carryOddName(folder, { medium, kind }, carried, expect)
    await stick.putAway()
    triedCount += await carryLocked({ medium, image, kind }, carried, expect)
  }
  expect(disks.length > 0 || skipped === null, 'no other disk was to be had')
  const note = `${refusedCount} refused, ${disks.length} other disks${skipped === null ? ', 2 sticks' : `, no stick: ${skipped}`}`
  return { triedCount, misses, note }
}

async function somethingToCarry(folder: string): Promise<Carried> {
  const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
  const ledger = openKept(office)
  const source = await backUp(ledger, office.key)
  closeOffice(ledger)
  return { office, source, content: contentOf(office) }
}

/** Answers what was told. */
async function carryTo(medium: string, target: OddTarget, carried: Carried, expect: Expect): Promise<string> {
  const folder = placeOn(medium, target, carried.source)
  const isFolder = existsSync(folder) && statSync(folder).isDirectory()
  const before = isFolder ? readImage(folder) : new Map()
  let name = ''
  const code = await codeOfRejection(async () => {
    name = await copyTo(folder, carried.source)
  })
  expect(code === 'none' || target.codes.includes(code), `it is told as ${code}`)
  const after = isFolder ? readImage(folder) : new Map()
  const changed = differingPaths(before, after)
  expect(changed.join() === name, `changed: ${changed.join(' ')}`)
  if (code === 'none') await restoreFrom(join(folder, name), carried, expect)
  return code
}

/** A folder that the medium takes under no such name is asked for all the same. */
function placeOn(medium: string, target: OddTarget, source: string): string {
  try {
    return target.make(medium, source)
  } catch (error) {
    if (target.codes.length === 0) throw error
    return join(medium, target.name)
  }
}

function copyTo(folder: string, source: string): Promise<string> {
  return copyToStick({ source, folder, onProgress: () => undefined, signal: patience })
}

async function restoreFrom(
  path: string,
  { office, source, content }: Carried,
  expect: Expect,
): Promise<void> {
  expect(readFileSync(path).equals(readFileSync(source)), 'the copy is another one')
  const offered = listBackups(join(path, '..')).map(({ filePath }) => filePath)
  expect(offered.includes(path), 'it is not offered')
  const room = join(source, '..', '..', '..', 'pc')
  const empty = { ...office, filePath: join(room, 'office.ledger') }
  const code = await codeOfRejection(() => restoreKept(path, empty, null))
  expect(code === 'none', `restoring from it: ${code}`)
  if (code === 'none') expect(contentOf(empty) === content, 'something else is restored')
  rmSync(room, { recursive: true, force: true })
}

/** A backup that somebody renamed where any name goes. */
async function carryOddName(
  folder: string,
  { medium, kind }: { readonly medium: string; readonly kind: StickKind },
  carried: Carried,
  expect: Expect,
): Promise<number> {
  const renamed = join(folder, `${oddName}.llbak`)
  copyFileSync(carried.source, renamed)
  const place = join(medium, 'renamed')
  mkdirSync(place)
  let name = ''
  const code = await codeOfRejection(async () => {
    name = await copyTo(place, renamed)
  })
  expect(['none', 'stickBlocked', 'stickGone'].includes(code), `${kind}, a name with signs: ${code}`)
  expect(
    readdirSync(place).join() === name,
    `${kind}, a name with signs: there is ${readdirSync(place).join()}`,
  )
  if (code === 'none') await restoreFrom(join(place, name), carried, expect)
  return 1
}

/** Locked by its switch: nothing is written, and what is on it restores. */
async function carryLocked(
  { medium, image, kind }: { readonly medium: string; readonly image: string; readonly kind: StickKind },
  carried: Carried,
  expect: Expect,
): Promise<number> {
  const stick = await plugIn(kind, image, medium, { isReadOnly: true })
  const code = await codeOfRejection(() => copyTo(medium, carried.source))
  expect(code === 'stickReadOnly', `${kind}, locked: ${code}`)
  const found = listBackups(medium)
  expect(found.length === 1, `${kind}, locked: ${found.length} backups are offered`)
  for (const { filePath } of found)
    await restoreFrom(filePath, carried, (holds, sentence) => expect(holds, `${kind}, locked: ${sentence}`))
  await stick.putAway()
  return 1
}

/** Folders on other devices than the one the backup lies on. */
function otherDisks(source: string): readonly string[] {
  const own = statSync(source).dev
  const candidates = [tmpdir(), homedir(), '/dev/shm', '/var/tmp'].filter((path) => existsSync(path))
  const byDevice = new Map(candidates.map((path) => [statSync(path).dev, path]))
  byDevice.delete(own)
  return [...byDevice.values()]
}
