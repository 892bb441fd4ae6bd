import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listBackups } from '../../../db/backup/backup-folder.ts'
import { writeSampleCommunity } from '../../../db/sample/write-sample-community.ts'
import { copyToStick } from '../../../electron/backup/stick-copy.ts'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { liftFault, makeControlFile } from '../shim/fault-control.ts'
import {
  backUp,
  contentOf,
  makeKeptOffice,
  openKept,
  restoreKept,
  type KeptOffice,
} from '../work/backup-office.ts'
import { makeStickImage, plugIn, stickKinds, whyNoStick, type StickKind } from '../work/stick.ts'

/** Unit: MB that the stick says it has. */
const saidSize = 64
/** Unit: bytes that are nowhere else. */
const pieceLength = 4096
const patience = new AbortController().signal
/** What may be told: what is there is something else, or the stick has fallen ill of it. */
const codes = ['copyNotVerified', 'stickGone', 'stickFull']

/** A stick that is smaller than it says: what is written beyond its real end vanishes without a word. */
export const fakeStick: Experiment = {
  id: 'F4-fake',
  what: 'exFAT and NTFS stick smaller than it says: noticed, no success told, the older backup whole',
  run: carryToFakes,
}

type Expect = (holds: boolean, sentence: string) => void

interface Backups {
  readonly office: KeptOffice
  readonly older: string
  readonly olderContent: string
  readonly newer: string
}

async function carryToFakes({ folder, size }: Bench): Promise<Outcome> {
  const skipped = whyNoStick()
  if (skipped !== null) return { triedCount: 0, misses: [], skipped }
  const { misses, expect } = collectMisses()
  const backups = await twoBackups(folder)
  const points = size({ fast: 1, ci: 4, release: 20 })
  let triedCount = 0
  const told = new Map<string, number>()
  for (const kind of stickKinds) {
    const image = join(folder, `${kind}.image`)
    makeStickImage(kind, image, saidSize)
    await carryOlder(kind, image, backups, join(folder, 'stick'))
    const { from, to } = await placeOfNewer(folder, kind, image, backups)
    for (let point = 0; point <= points; point += 1) {
      // The last one is as large as it says.
      const isHonest = point === points
      const share = (point + 0.5) / points
      const realSize = isHonest ? saidSize * 2 ** 20 : from + Math.floor(share * (to - from))
      const where = `${kind}, ${isHonest ? 'honest' : `really ${realSize} bytes`}`
      const code = await carryNewer({ folder, kind, image, realSize, isHonest }, backups, (holds, sentence) =>
        expect(holds, `${where}: ${sentence}`),
      )
      triedCount += 1
      told.set(code, (told.get(code) ?? 0) + 1)
    }
  }
  const note = [...told].map(([code, count]) => `${count} ${code}`).join(', ')
  return { triedCount, misses, note }
}

async function twoBackups(folder: string): Promise<Backups> {
  const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
  const [older, newer] = [join(folder, 'older.llbak'), join(folder, 'newer.llbak')]
  let ledger = openKept(office)
  copyFileSync(await backUp(ledger, office.key), older)
  closeOffice(ledger)
  const olderContent = contentOf(office)
  ledger = openKept(office)
  await writeSampleCommunity(ledger, { seed: 7, householdCount: 400 })
  copyFileSync(await backUp(ledger, office.key), newer)
  closeOffice(ledger)
  return { office, older, olderContent, newer }
}

async function carryOlder(kind: StickKind, image: string, { older }: Backups, place: string): Promise<void> {
  const stick = await plugIn(kind, image, place)
  await copyTo(place, older)
  await stick.putAway()
}

/** Where on the stick the newer backup would come to lie. */
async function placeOfNewer(
  folder: string,
  kind: StickKind,
  image: string,
  { newer }: Backups,
): Promise<{ readonly from: number; readonly to: number }> {
  const tried = join(folder, `${kind}-tried.image`)
  copyFileSync(image, tried)
  const place = join(folder, 'stick')
  const stick = await plugIn(kind, tried, place)
  await copyTo(place, newer)
  await stick.putAway()
  const [there, bytes] = [readFileSync(tried), readFileSync(newer)]
  const from = there.indexOf(bytes.subarray(0, pieceLength))
  const to = there.indexOf(bytes.subarray(-pieceLength)) + pieceLength
  if (from < 0 || to < from) throw new Error(`the newer backup is not in one piece on the ${kind} stick`)
  return { from, to }
}

interface Fake {
  readonly folder: string
  readonly kind: StickKind
  readonly image: string
  readonly realSize: number
  readonly isHonest: boolean
}

/** Answers what was told. */
async function carryNewer(
  { folder, kind, image, realSize, isHonest }: Fake,
  { office, older, olderContent, newer }: Backups,
  expect: Expect,
): Promise<string> {
  const used = join(folder, `${kind}-fake.image`)
  copyFileSync(image, used)
  const place = join(folder, 'stick')
  const control = join(folder, 'control')
  makeControlFile(control)
  const fake = await plugIn(kind, used, place, { fake: { realSize, control } })
  const code = await codeOfRejection(() => copyTo(place, newer))
  await fake.putAway()
  const { failedCount } = liftFault(control)
  expect(isHonest ? code === 'none' : codes.includes(code), `it is told as ${code}`)
  expect(failedCount > 0 !== isHonest, `${failedCount} writes vanished`)

  const again = await plugIn(kind, used, place)
  const offered = listBackups(place)
  expect(offered.length === (isHonest ? 2 : 1), `afterwards ${offered.length} backups are offered`)
  const kept = offered.find(({ filePath }) => readFileSync(filePath).equals(readFileSync(older)))
  expect(kept !== undefined, 'the older backup is changed')
  const empty = { ...office, filePath: join(folder, `pc-${kind}-${realSize}`, 'office.ledger') }
  const restored = await codeOfRejection(() => restoreKept(kept?.filePath ?? '', empty, null))
  expect(restored === 'none', `restoring the older backup: ${restored}`)
  if (restored === 'none') expect(contentOf(empty) === olderContent, 'something else is restored')
  await again.putAway()
  return code
}

function copyTo(folder: string, source: string): Promise<string> {
  return copyToStick({ source, folder, onProgress: () => undefined, signal: patience })
}
