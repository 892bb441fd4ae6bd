import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { unpackBackup } from '../../../db/backup/backup-file.ts'
import { giveKey } from '../../../db/key/ledger-key.ts'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import { contentDigest } from '../oracle/table-digests.ts'
import { backUp, makeKeptOffice, openKept, stageAndCheck } from '../work/backup-office.ts'

const refusals = ['backupDamaged', 'backupForeign', 'backupNewer', 'backupAltered', 'backupLocked']

/** A backup that is cut short or has one bit turned is refused before anything of it comes near the ledger. */
export const damagedBackups: Experiment = {
  id: 'X1-backup',
  what: 'backup cut at 1/200 of its length and at page borders, one bit turned at every k-th byte',
  run: tryDamage,
}

/** What a check that asks the database alone would let through, on an unencrypted copy. */
export const pageCheckAloneIsSeen: Experiment = {
  id: 'X1-canary',
  what: 'canary: integrity_check alone must let turned bits pass',
  run: tryPageCheck,
}

async function tryDamage({ folder, size }: Bench): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const { office, source, bytes } = await aBackup(folder)
  const bad = join(folder, 'bad.llbak')
  const workFile = join(folder, 'work', 'staged.db')
  const before = readImage(join(folder, 'data'))
  const attempt = async (what: string, spoilt: Buffer) => {
    writeFileSync(bad, spoilt)
    const code = await codeOfRejection(() => stageAndCheck(bad, office, workFile))
    expect(refusals.includes(code), `${what}: ${code}`)
    // What was copied whole waits for another secret, or for whoever looks at what was altered.
    if (existsSync(workFile) && !['backupAltered', 'backupLocked'].includes(code))
      expect(false, `${what}: something is left after ${code}`)
    rmSync(workFile, { force: true })
  }
  const lengths = new Set([0, 1, 7, 8, 15, 16, 17, bytes.length - 1])
  for (let part = 0; part < 200; part += 1) lengths.add(Math.floor((part * bytes.length) / 200))
  for (let end = bytes.length; end > 0; end -= 4096) for (const by of [-1, 1]) lengths.add(end + by)
  for (const length of [...lengths].filter((one) => one >= 0 && one < bytes.length))
    await attempt(`cut to ${length} bytes`, bytes.subarray(0, length))
  await attempt('one byte more', Buffer.concat([bytes, Buffer.from([0])]))
  const flipCount = size({ fast: 150, ci: 2000, release: 20_000 })
  const step = Math.max(1, Math.floor(bytes.length / flipCount))
  let flips = 0
  for (let at = 0; at < bytes.length; at += step) {
    const spoilt = Buffer.from(bytes)
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (flips % 8))
    await attempt(`bit ${flips % 8} of byte ${at} turned`, spoilt)
    flips += 1
  }
  const changed = differingPaths(before, readImage(join(folder, 'data')))
  expect(changed.length === 0, `the ledger's folder is changed: ${changed.join(', ')}`)
  const whole = await codeOfRejection(() => stageAndCheck(source, office, workFile))
  expect(whole === 'none', `the whole backup is refused: ${whole}`)
  return { triedCount: lengths.size + flips + 1, misses, note: `${flips} bits, ${lengths.size} lengths` }
}

async function tryPageCheck({ folder, size }: Bench): Promise<Outcome> {
  const { office, source } = await aBackup(folder)
  const plain = join(folder, 'plain.db')
  unpackBackup({ source, to: plain })
  const raw = new Database(plain)
  giveKey(raw, office.key)
  const digest = contentDigest(raw)
  raw.pragma(`rekey = ''`)
  raw.close()
  const bytes = readFileSync(plain)
  const flipCount = size({ fast: 60, ci: 300, release: 2000 })
  let passed = 0
  for (let flip = 0; flip < flipCount; flip += 1) {
    const spoilt = Buffer.from(bytes)
    const at = Math.floor(((flip + 0.5) * bytes.length) / flipCount)
    spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (flip % 8))
    writeFileSync(plain, spoilt)
    if (passesPageCheck(plain) && contentOfPlain(plain) !== digest) passed += 1
  }
  return {
    triedCount: flipCount,
    misses: passed > 0 ? [] : ['the weak check noticed everything, so that the flips prove nothing'],
    note: `${passed} of ${flipCount} changed the content and passed`,
  }
}

function passesPageCheck(path: string): boolean {
  return looked(path, (raw) => raw.pragma('integrity_check', { simple: true }) === 'ok') ?? false
}

function contentOfPlain(path: string): string {
  return looked(path, contentDigest) ?? 'unreadable'
}

function looked<T>(path: string, look: (raw: Database.Database) => T): T | null {
  try {
    const raw = new Database(path, { readonly: true })
    try {
      return look(raw)
    } finally {
      raw.close()
    }
  } catch {
    // A file that can't be read at all is noticed by everybody.
    return null
  }
}

async function aBackup(folder: string) {
  const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
  const ledger = openKept(office)
  const source = join(folder, 'good.llbak')
  copyFileSync(await backUp(ledger, office.key), source)
  closeOffice(ledger)
  return { office, source, bytes: readFileSync(source) }
}
