import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { chained, type AuditRow } from '../../../db/audit/audit-chain.ts'
import { ledgerOperations } from '../../../db/ledger-operation-map.ts'
import type { Ledger } from '../../../db/ledger.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { addSomebody, makeKeptOffice, openKept, type KeptOffice } from '../work/backup-office.ts'
import { roomWith } from '../work/upgrade-case.ts'

const slowestMs = 1000
const longChain = 100_000

interface Attack {
  readonly name: string
  readonly statement: string
  /** A chain that ends earlier fits in itself: only the head that stands on a paper tells. */
  readonly isSeenByPaperOnly?: boolean
  /** Whoever did it computed all that follows anew. */
  readonly isRewritten?: boolean
}

const columns = [
  'at',
  'localOn',
  'bootId',
  'staffName',
  'role',
  'action',
  'objectType',
  'fields',
  'reason',
  'detail',
]

const attacks: readonly Attack[] = [
  ...columns.map((column) => ({
    name: `one letter more in ${column}`,
    statement: `UPDATE auditEntry SET ${column} = ${column} || 'x' WHERE seq = 5`,
  })),
  { name: 'another person', statement: 'UPDATE auditEntry SET staffId = 77 WHERE seq = 4' },
  { name: 'about somebody else', statement: 'UPDATE auditEntry SET objectId = 77 WHERE seq = 4' },
  { name: 'a middle entry gone', statement: 'DELETE FROM auditEntry WHERE seq = 6' },
  { name: 'the first entry gone', statement: 'DELETE FROM auditEntry WHERE seq = 1' },
  {
    name: 'two entries swapped',
    statement:
      'UPDATE auditEntry SET seq = -3 WHERE seq = 3; UPDATE auditEntry SET seq = 3 WHERE seq = 4; UPDATE auditEntry SET seq = 4 WHERE seq = -3',
  },
  {
    name: 'a middle entry gone, the rest counted anew',
    statement: 'DELETE FROM auditEntry WHERE seq = 6; UPDATE auditEntry SET seq = seq - 1 WHERE seq > 6',
  },
  {
    name: 'an entry put in',
    statement:
      'INSERT INTO auditEntry SELECT seq + 1000000, at, localOn, bootId, staffId, staffName, role, action, objectType, objectId, fields, reason, detail, previousHash, hash FROM auditEntry WHERE seq = 2',
  },
  {
    name: 'the last entries gone',
    statement: 'DELETE FROM auditEntry WHERE seq > 6',
    isSeenByPaperOnly: true,
  },
  {
    name: 'an entry altered and the chain rewritten',
    statement: `UPDATE auditEntry SET detail = '{}' WHERE seq = 2`,
    isSeenByPaperOnly: true,
    isRewritten: true,
  },
]

/** Whatever is done to the audit trail is refused by the ledger or found by its check. */
export const alteredAuditTrail: Experiment = {
  id: 'S11',
  what: 'audit entries altered, removed, swapped, cut off; 100,000 checked',
  run: async ({ folder }) => {
    const { misses, expect } = collectMisses()
    const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
    const first = openKept(office)
    for (let index = 0; index < 8; index += 1) await addSomebody(first, index)
    const printed = headOf(first.raw)
    const sound = await brokenIn(first, office, printed)
    expect(sound === 'sound', `the untouched trail is ${sound}`)
    closeOffice(first)
    for (const { name, statement, isSeenByPaperOnly = false, isRewritten = false } of attacks) {
      const room = roomWith(folder, 'attacked', office.filePath)
      const ledger = openKept({ ...office, filePath: room.filePath })
      if (!/^INSERT/.test(statement))
        expect(
          codeOfFailing(() => ledger.raw.exec(statement)) !== 'none',
          `${name}: the ledger lets it happen`,
        )
      ledger.raw.exec('DROP TRIGGER auditEntryKept; DROP TRIGGER auditEntryUnchanged')
      ledger.raw.exec(statement)
      if (isRewritten) rewriteChain(ledger.raw)
      const alone = await brokenIn(ledger, office, null)
      const withPaper = await brokenIn(ledger, office, printed)
      expect(isSeenByPaperOnly || alone !== 'sound', `${name}: the check finds nothing`)
      expect(withPaper !== 'sound', `${name}: with a paper's mark the check finds nothing`)
      closeOffice(ledger)
      rmSync(room.folder, { recursive: true })
    }
    const tookMs = await checkLongChain(office, expect)
    expect(tookMs < slowestMs, `${longChain} entries take ${tookMs.toFixed(0)} ms`)
    return {
      triedCount: attacks.length * 2 + 1,
      misses,
      note: `${longChain} entries in ${tookMs.toFixed(0)} ms`,
    }
  },
}

interface PrintedHead {
  readonly seq: number
  readonly hashStart: string
}

/** What stands at the foot of a paper. */
function headOf(raw: Database.Database): PrintedHead {
  const last = raw
    .prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM auditEntry ORDER BY seq DESC LIMIT 1')
    .get()
  return { seq: last?.seq ?? 0, hashStart: last?.hash.slice(0, 12) ?? '' }
}

async function brokenIn(ledger: Ledger, { key }: KeptOffice, printed: PrintedHead | null): Promise<string> {
  const context = { key, reportProgress: () => undefined, isCancelled: () => false }
  const check = await ledgerOperations['audit.check'](ledger, { printed }, context)
  if (check.brokenSeq !== null) return `broken at ${check.brokenSeq}`
  return check.printed === null || check.printed === 'same' ? 'sound' : check.printed
}

/** Everything after the altered entry computed anew, by somebody who knows how. */
function rewriteChain(raw: Database.Database): void {
  const rows = raw.prepare<[], AuditRow>('SELECT * FROM auditEntry ORDER BY seq').all()
  const update = raw.prepare('UPDATE auditEntry SET previousHash = ?, hash = ? WHERE seq = ?')
  let last = '0'.repeat(64)
  for (const row of rows) {
    const next = chained(row, last)
    update.run(next.previousHash, next.hash, next.seq)
    last = next.hash
  }
}

/** Unit: milliseconds. */
async function checkLongChain(
  office: KeptOffice,
  expect: (holds: boolean, text: string) => void,
): Promise<number> {
  const ledger = openKept(office)
  const [last] = ledger.raw.prepare<[], AuditRow>('SELECT * FROM auditEntry ORDER BY seq DESC LIMIT 1').all()
  if (last === undefined) throw new Error('an office has an audit trail')
  const names = Object.keys(last)
  const insert = ledger.raw.prepare(
    `INSERT INTO auditEntry (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
  )
  ledger.raw.transaction(() => {
    let previous = last
    while (previous.seq < longChain) {
      previous = { ...previous, ...chained({ ...last, seq: previous.seq + 1 }, previous.hash) }
      insert.run(previous)
    }
  })()
  let tookMs = Infinity
  for (let time = 0; time < 3; time += 1) {
    const before = process.cpuUsage()
    const found = await brokenIn(ledger, office, null)
    // The processor's own time: whatever else the machine does meanwhile is no figure of ours.
    const { user, system } = process.cpuUsage(before)
    tookMs = Math.min(tookMs, (user + system) / 1000)
    expect(found === 'sound', `a chain of ${longChain} is ${found}`)
  }
  closeOffice(ledger)
  return tookMs
}
