import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolderOf, listBackups } from '../../../db/backup/backup-folder.ts'
import { checkChain, type AuditRow } from '../../../db/audit/audit-chain.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { makeKeptOffice, openKept } from '../work/backup-office.ts'
import type { ClockOrder } from '../work/clock-desk.ts'
import { runProgram } from '../work/start-program.ts'

const library = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1'

/** Where the clock stands from run to run: empty batteries, years ahead, the hours of a change to summer time. */
const moments = [
  { at: '2026-11-25 09:00:00', zone: 'Asia/Shanghai' },
  { at: '2009-01-01 00:00:10', zone: 'Asia/Shanghai' },
  { at: '2036-11-25 09:00:00', zone: 'Asia/Shanghai' },
  { at: '2026-11-26 00:30:00', zone: 'Pacific/Kiritimati' },
  { at: '2026-11-26 09:00:00', zone: 'Etc/GMT+12' },
  { at: '2026-11-26 23:30:00', zone: 'Asia/Shanghai' },
  { at: '2021-11-25 09:00:00', zone: 'Asia/Shanghai' },
  { at: '2026-03-29 01:59:59', zone: 'Europe/Berlin' },
  { at: '2026-10-25 02:30:00', zone: 'Europe/Berlin' },
] as const

interface DayReport {
  readonly todayOn: string
  readonly ages: readonly string[]
}

/** Whatever the clock says, nobody is lost, no backup goes, the order stands, and ages depend on the date alone. */
export const wanderingClock: Experiment = {
  id: 'O7',
  what: 'work and backups with clocks years back and ahead, in zones from -12 to +14',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    if (!existsSync(library))
      return { triedCount: 0, misses: ['the package faketime is not installed: apt-get install faketime'] }
    const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
    const runs = size({ fast: 9, ci: 18, release: 50 })
    const agesOn = new Map<string, Map<string, string>>()
    for (let index = 0; index < runs; index += 1) {
      const { at, zone } = moments[index % moments.length] ?? moments[0]
      const order: ClockOrder = { filePath: office.filePath, key: office.key.toString('hex'), index }
      const environment = {
        LD_PRELOAD: library,
        FAKETIME: `@${at}`,
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        TZ: zone,
      }
      const [ack = '{}'] = await runProgram('clock-desk.ts', order, { environment })
      const { todayOn, ages } = JSON.parse(ack) as DayReport
      expect(todayOn === at.slice(0, 10), `the desk believes it is ${todayOn} at ${at}`)
      const known = agesOn.get(todayOn) ?? new Map<string, string>()
      agesOn.set(todayOn, known)
      for (const [id = '', age = ''] of ages.map((one) => one.split(':'))) {
        expect(
          (known.get(id) ?? age) === age,
          `on ${todayOn} somebody is ${age} in ${zone}, elsewhere ${known.get(id) ?? ''}`,
        )
        known.set(id, age)
      }
    }
    const offered = listBackups(backupFolderOf(office.filePath)).length
    expect(offered === runs, `${runs} backups were made, ${offered} are there`)
    const ledger = openKept(office)
    const rows = ledger.raw.prepare<[], AuditRow>('SELECT * FROM auditEntry ORDER BY seq').all()
    expect(checkChain(rows).brokenSeq === null, 'the audit trail is broken')
    const ids = rows.filter(({ objectType, action }) => objectType === 'resident' && action === 'added')
    const inOrder = ids.every(
      ({ objectId }, index) => index === 0 || Number(objectId) > Number(ids[index - 1]?.objectId),
    )
    expect(
      inOrder && ids.length === runs,
      `${ids.length} of ${runs} people stand in the audit trail in order`,
    )
    closeOffice(ledger)
    return { triedCount: runs, misses, note: `${agesOn.size} dates` }
  },
}
