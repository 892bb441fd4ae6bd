import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { keyFileOf, readKeySlotsOfClosed } from '../../../db/key/key-file.ts'
import type { Bench, Experiment, Outcome } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { readImage, writeImage } from '../shim/disk-image.ts'
import { cutPower, type AfterCut } from '../shim/power-cuts.ts'
import { readRecording } from '../shim/recording.ts'
import {
  backUp,
  contentOf,
  makeKeptOffice,
  openKept,
  restoreKept,
  type KeptOffice,
} from '../work/backup-office.ts'
import type { RestoreOrder } from '../work/restore-desk.ts'
import { runProgram } from '../work/start-program.ts'

const pageLength = 4096

/** A ledger that nobody can open is set aside byte for byte, with its WAL and the keys that fit it, whenever the power goes. */
export const powerCutBesideDamage: Experiment = {
  id: 'R2-aside',
  what: "power cut while another office's backup takes the place of a damaged ledger, with a WAL and without",
  run: async (bench) => {
    const alone = await cutBesideDamage(bench, false)
    const withWal = await cutBesideDamage(bench, true)
    return {
      triedCount: alone.triedCount + withWal.triedCount,
      misses: [...alone.misses, ...withWal.misses],
    }
  },
}

/** What must never be lost of the damaged ledger, by the endings of its files. */
type Damaged = ReadonlyMap<'' | '-wal' | '.keys', Buffer>

async function cutBesideDamage({ folder, size }: Bench, hasWal: boolean): Promise<Outcome> {
  const place = join(folder, hasWal ? 'wal' : 'alone')
  const lender = await makeKeptOffice(join(place, 'other', 'office.ledger'))
  const lent = openKept(lender)
  const source = join(place, 'source.llbak')
  copyFileSync(await backUp(lent, lender.key), source)
  closeOffice(lent)
  const room = join(place, 'room')
  const office = await makeKeptOffice(join(room, 'office.ledger'))
  const damaged = damage(office.filePath, hasWal)
  const before = readImage(room)
  const log = join(place, 'recording')
  const sourceKey = lender.key.toString('hex')
  const order: RestoreOrder = { filePath: office.filePath, key: null, source, sourceKey }
  await runProgram('restore-desk.ts', order, { shim: { folder: room, log } })
  const restoredDigest = contentOf(lender)
  const report = await cutPower({
    before,
    events: readRecording(log),
    after: readImage(room),
    pointCount: size({ fast: 45, ci: 300, release: 2000 }),
    seed: hasWal ? 113 : 109,
    stepOf: (ack) => (ack === 'restored' ? 1 : null),
    inspect: (cut) =>
      stateOf({ ...lender, filePath: join(cut, 'office.ledger') }, damaged, source, restoredDigest),
  })
  return { triedCount: report.pointCount, misses: report.lost.map((lost) => `${basename(place)}: ${lost}`) }
}

function damage(filePath: string, hasWal: boolean): Damaged {
  const bytes = readFileSync(filePath)
  bytes.fill(0x5a, pageLength, 3 * pageLength)
  writeFileSync(filePath, bytes)
  const wal = Buffer.alloc(2 * pageLength, 0x37)
  if (hasWal) writeFileSync(`${filePath}-wal`, wal)
  const keys = readFileSync(keyFileOf(filePath))
  return new Map([['', bytes], ['.keys', keys], ...(hasWal ? ([['-wal', wal]] as const) : [])])
}

async function stateOf(
  restored: KeptOffice,
  damaged: Damaged,
  source: string,
  restoredDigest: string,
): Promise<AfterCut> {
  const { filePath } = restored
  const isThere = existsSync(filePath)
  const isOld = isThere && readFileSync(filePath).equals(damaged.get('') ?? Buffer.alloc(0))
  const lost = isOld ? lostOf(damaged, [filePath]) : lostOf(damaged, [...asideNames(filePath), filePath])
  if (lost !== null) return { wrong: lost }
  if (!isOld && isThere) {
    await readKeySlotsOfClosed(filePath)
    if (contentOf(restored) !== restoredDigest) return { wrong: 'something else has the name' }
    return { states: [1] }
  }
  // With a WAL it is moved aside first, so that for a moment no ledger has the name.
  if (!isThere && !damaged.has('-wal')) return { wrong: 'no ledger has the name' }
  const room = `${dirname(filePath)}-again`
  writeImage(room, readImage(dirname(filePath)))
  const again = { ...restored, filePath: join(room, basename(filePath)) }
  await restoreKept(source, again, null)
  return contentOf(again) === restoredDigest ? { states: [0] } : { wrong: 'the next restore fails' }
}

function asideNames(filePath: string): string[] {
  return readdirSync(dirname(filePath))
    .filter((name) => /\.damaged-[\d-]+$/.test(name))
    .map((name) => join(dirname(filePath), name))
}

/** Each part must be whole under one of the names; its keys may be the file's own or those beside it. */
function lostOf(damaged: Damaged, names: readonly string[]): string | null {
  for (const [ending, bytes] of damaged) {
    const isKept = names.some((name) => {
      const path = name + ending
      return existsSync(path) && readFileSync(path).equals(bytes)
    })
    if (!isKept) return `the damaged ledger's own file ${ending} is lost`
  }
  return null
}
