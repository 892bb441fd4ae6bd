import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { closeOffice, createOffice, openOffice } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { officeThere } from '../oracle/office-there.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import { acknowledge } from './acknowledge.ts'
import { officePlan } from './office-plan.ts'
import { performStep } from './perform-step.ts'

/*
 * A program of its own that may write everything it has not forbidden itself: opens ledgers in places that let
 * nothing be written, then allows writing again.
 */

export interface ReadOnlyOrder {
  readonly folder: string
  /** Whoever is root writes everywhere, so the program becomes somebody else first. */
  readonly userId: number | null
  /** The whole disk is made read-only, instead of files and folders. */
  readonly isDisk: boolean
}

interface Place {
  readonly name: string
  /** Each path below the room with the rights it loses. */
  readonly rights: readonly (readonly [path: string, mode: number])[]
}

const order = JSON.parse(process.argv[2] ?? '{}') as ReadOnlyOrder
const slowestMs = 5000

const places: readonly Place[] = order.isDisk
  ? [{ name: 'read-only disk', rights: [] }]
  : [
      { name: 'read-only file', rights: [['office.ledger', 0o444]] },
      { name: 'file without any right', rights: [['office.ledger', 0o000]] },
      { name: 'read-only folder', rights: [['.', 0o555]] },
      {
        name: 'read-only file in a read-only folder',
        rights: [
          ['office.ledger', 0o444],
          ['.', 0o555],
        ],
      },
      { name: 'read-only WAL', rights: [['office.ledger-wal', 0o444]] },
    ]

if (order.userId !== null) {
  process.setgid?.(order.userId)
  process.setuid?.(order.userId)
}
for (const place of places) {
  for (const hasWal of [false, true]) {
    if (!hasWal && place.rights.some(([path]) => path.endsWith('-wal'))) continue
    const problems = await openIn(place, hasWal)
    acknowledge(JSON.stringify({ name: `${place.name}${hasWal ? ' with a WAL' : ''}`, problems }))
  }
}

async function openIn(place: Place, hasWal: boolean): Promise<string[]> {
  const room = join(order.folder, 'room')
  const filePath = join(room, 'office.ledger')
  mkdirSync(room)
  const text = await leaveLedger(filePath, hasWal)
  const before = readImage(room)
  forbid(room, place)
  const startedAt = performance.now()
  const code = codeOfFailing(() => closeOffice(openOffice(filePath)))
  const tookMs = performance.now() - startedAt
  const founding = codeOfFailing(() => closeOffice(createOffice(join(room, 'another.ledger'))))
  allow(room, place)
  const problems: string[] = []
  if (code !== 'ledgerReadOnly') problems.push(`opening: ${code}`)
  if (tookMs > slowestMs) problems.push(`opening took ${tookMs.toFixed(0)} ms`)
  const isFolderClosed = order.isDisk || place.rights.some(([path]) => path === '.')
  const expected = isFolderClosed ? 'folderUnusable' : 'none'
  if (founding !== expected) problems.push(`making another ledger there: ${founding}`)
  if (founding === 'none') rmSync(join(room, 'another.ledger'))
  const changed = differingPaths(before, readImage(room))
  if (changed.length > 0) problems.push(`changed: ${changed.join(', ')}`)
  const ledger = openOffice(filePath)
  if (officeThere(ledger.raw) !== text) problems.push('something is lost')
  closeOffice(ledger)
  rmSync(room, { recursive: true })
  return problems
}

/** A ledger with people in it, whose newest ones may still wait in the WAL; answers what it holds. */
async function leaveLedger(filePath: string, hasWal: boolean): Promise<string> {
  const { base } = officePlan('edit', 1, 0)
  const ledger = createOffice(filePath)
  for (const step of base) if (step.kind !== 'reopen') await performStep(ledger, step)
  const text = officeThere(ledger.raw)
  const suffixes = hasWal ? ['', '-wal'] : []
  for (const suffix of suffixes) copyFileSync(filePath + suffix, `${order.folder}/kept${suffix}`)
  closeOffice(ledger)
  for (const suffix of suffixes) copyFileSync(`${order.folder}/kept${suffix}`, filePath + suffix)
  return text
}

function forbid(room: string, { rights }: Place): void {
  if (order.isDisk) execFileSync('mount', ['-o', 'remount,ro', order.folder])
  for (const [path, mode] of rights) if (existsSync(join(room, path))) chmodSync(join(room, path), mode)
}

function allow(room: string, { rights }: Place): void {
  if (order.isDisk) execFileSync('mount', ['-o', 'remount,rw', order.folder])
  for (const [path] of [...rights].reverse()) chmodSync(join(room, path), path === '.' ? 0o755 : 0o644)
}
