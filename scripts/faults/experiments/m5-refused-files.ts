import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrations } from '../../../db/migration-list.ts'
import { collectMisses, type Bench, type Experiment } from '../experiment.ts'
import { closeOffice, createOffice, openOffice, openOfficeAsItIs } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'

interface Refusal {
  readonly name: string
  readonly code: string
  /** Makes the file that is refused, from a good ledger. */
  readonly spoil: (filePath: string) => void
}

const refusals: readonly Refusal[] = [
  { name: 'the next version', code: 'ledgerNewer', spoil: (path) => setVersion(path, migrations.length + 1) },
  { name: 'a version far ahead', code: 'ledgerNewer', spoil: (path) => setVersion(path, 9999) },
  { name: 'no version', code: 'ledgerDamaged', spoil: (path) => setVersion(path, 0) },
  { name: 'an impossible version', code: 'ledgerDamaged', spoil: (path) => setVersion(path, -1) },
  {
    name: "another program's database",
    code: 'ledgerForeign',
    spoil: (path) => {
      rmSync(path)
      const raw = new Database(path)
      raw.exec('CREATE TABLE note (text TEXT); INSERT INTO note VALUES (1)')
      raw.close()
    },
  },
  {
    name: 'plain text',
    code: 'ledgerForeign',
    spoil: (path) => writeFileSync(path, 'name,number\n'.repeat(1000)),
  },
  {
    name: 'a picture',
    code: 'ledgerForeign',
    spoil: (path) => writeFileSync(path, Buffer.from('\x89PNG\r\n\x1a\n1234', 'latin1')),
  },
  { name: '0 bytes', code: 'ledgerDamaged', spoil: (path) => truncateSync(path, 0) },
  { name: '1 byte', code: 'ledgerForeign', spoil: (path) => writeFileSync(path, 'S') },
  {
    name: 'zeros only',
    code: 'ledgerDamaged',
    spoil: (path) => writeFileSync(path, Buffer.alloc(readFileSync(path).length)),
  },
  {
    name: 'half of the file',
    code: 'ledgerDamaged',
    spoil: (path) => truncateSync(path, readFileSync(path).length / 2),
  },
  {
    name: 'a folder of that name',
    code: 'ledgerForeign',
    spoil: (path) => {
      rmSync(path)
      mkdirSync(path)
    },
  },
  { name: 'no file at all', code: 'ledgerMissing', spoil: (path) => rmSync(path) },
]

/** What must not be opened is refused with its own failure, and the folder keeps every byte. */
export const refusedFiles: Experiment = {
  id: 'M5',
  what: 'newer, foreign, damaged, missing files: refused, every byte kept',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    const base = join(bench.folder, 'base.ledger')
    closeOffice(createOffice(base))
    for (const refusal of refusals) {
      const wrong = refuse(bench, base, refusal)
      expect(wrong === null, `${refusal.name}: ${String(wrong)}`)
    }
    return Promise.resolve({ triedCount: refusals.length, misses })
  },
}

function refuse({ folder }: Bench, base: string, { code, spoil }: Refusal): string | null {
  const room = join(folder, 'room')
  mkdirSync(room)
  const filePath = join(room, 'office.ledger')
  writeFileSync(filePath, readFileSync(base))
  spoil(filePath)
  const before = readImage(room)
  const answered = codeOfFailing(() => closeOffice(openOffice(filePath)))
  const changed = differingPaths(before, readImage(room))
  rmSync(room, { recursive: true })
  if (answered !== code) return `${answered} instead of ${code}`
  return changed.length === 0 ? null : `${changed.join(', ')} changed`
}

function setVersion(filePath: string, version: number): void {
  const raw = openOfficeAsItIs(filePath)
  raw.pragma(`user_version = ${version}`)
  raw.close()
}
