import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { asCalendarDate } from '../domain/calendar-date.ts'
import { closeLedger, createLedger } from '../db/ledger.ts'
import { writeSampleCommunity } from '../db/sample/write-sample-community.ts'

/** Writes an invented community of any size as a ledger file: npm run seed-demo -- --out FOLDER [--households N] [--seed S] [--today DATE] */
const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    households: { type: 'string', default: '2400' },
    seed: { type: 'string', default: '1' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
  },
})

if (values.out === undefined) {
  process.stderr.write('Say where to: npm run seed-demo -- --out FOLDER\n')
  process.exit(1)
}
const folder = resolve(values.out)
const filePath = join(folder, 'linli-ledger.db')
const todayOn = asCalendarDate(values.today)
mkdirSync(folder, { recursive: true })
for (const suffix of ['', '-wal', '-shm']) rmSync(filePath + suffix, { force: true })

const ledger = createLedger({
  filePath,
  clock: { nowAt: () => `${todayOn}T00:00:00.000Z`, todayOn: () => todayOn },
  committee: { committeeName: 'Sample community', streetOfficeName: '', phone: '' },
  isSample: true,
})
const residentCount = await writeSampleCommunity(ledger, {
  seed: Number(values.seed),
  householdCount: Number(values.households),
})
closeLedger(ledger)
process.stdout.write(`${String(residentCount)} invented residents in ${filePath}\n`)
