import { join } from 'node:path'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice, createOffice, openOffice } from '../office-ledger.ts'

/** Written down a second time on purpose: a slip in the product's own list must not be its own proof. */
const expectedSettings: Readonly<Record<string, string | number>> = {
  locking_mode: 'exclusive',
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  recursive_triggers: 1,
  temp_store: 2,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 3000,
  application_id: 0x4c4c4c47,
}
const oldestSqlite = [3, 51, 3]

export const openSettings: Experiment = {
  id: 'R0',
  what: 'open, close, reopen; read every setting back',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const filePath = join(folder, 'office.ledger')
    closeOffice(createOffice(filePath))
    const times = size({ fast: 3, ci: 20, release: 100 })
    let version = ''
    for (let time = 0; time < times; time += 1) {
      const ledger = openOffice(filePath)
      for (const [name, expected] of Object.entries(expectedSettings)) {
        const actual: unknown = ledger.raw.pragma(name, { simple: true })
        expect(actual === expected, `${name} is ${String(actual)} instead of ${expected}`)
      }
      version = String(ledger.raw.prepare('SELECT sqlite_version()').pluck().get())
      expect(isRecent(version), `SQLite is ${version}, older than ${oldestSqlite.join('.')}`)
      closeOffice(ledger)
    }
    return Promise.resolve({ triedCount: times, misses, note: `SQLite ${version}` })
  },
}

function isRecent(version: string): boolean {
  const parts = version.split('.').map(Number)
  const difference = oldestSqlite
    .map((oldest, index) => (parts[index] ?? 0) - oldest)
    .find((one) => one !== 0)
  return (difference ?? 0) >= 0
}
