import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { FailureError } from '../domain/failure.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { samplePassword } from '../domain/sample-account.ts'
import { closeLedger } from '../db/ledger.ts'
import { generateCommunity, type CommunityOptions } from '../db/sample/generate-community.ts'
import { sampleDay } from '../db/sample/sample-resident.ts'
import { writeSampleCommunity } from '../db/sample/write-sample-community.ts'
import { setUpLedger } from '../db/unlocking/set-up-ledger.ts'
import { sampleCommittee } from './seed/sample-committee.ts'
import { writeRosterWorkbook } from './seed/write-roster-workbook.ts'

const usage = `Writes an invented community, the same one for the same seed.

  npm run seed-demo -- --out FOLDER              a ledger in that folder
  npm run seed-demo -- --roster FILE.xlsx        an office's roster to import
  Both may be given. --households N (2400, about 6,500 people), --seed S (1).
`
const mostHouseholds = 1_000_000

const { values } = parseArgs({
  options: {
    out: { type: 'string' },
    roster: { type: 'string' },
    households: { type: 'string', default: '2400' },
    seed: { type: 'string', default: '1' },
  },
})

const options: CommunityOptions = {
  seed: wholeNumber('seed', values.seed, 0, 0xffff_ffff),
  householdCount: wholeNumber('households', values.households, 1, mostHouseholds),
}
if (values.out === undefined && values.roster === undefined) refuse(usage)
if (values.out !== undefined) await writeLedger(resolve(values.out))
if (values.roster !== undefined) await writeRoster(resolve(values.roster))

async function writeLedger(folder: string): Promise<void> {
  const filePath = join(folder, 'linli-ledger.db')
  const clock = { nowAt: () => `${sampleDay}T00:00:00.000Z`, todayOn: () => sampleDay }
  try {
    const director = { name: setupLabels.sampleDirector, password: samplePassword }
    const office = { filePath, clock, committee: sampleCommittee, isSample: true, director }
    const { ledger } = await setUpLedger(office)
    const residentCount = await writeSampleCommunity(ledger, options)
    closeLedger(ledger)
    console.log(`${String(residentCount)} invented residents in ${filePath}`)
  } catch (error) {
    // A ledger is never overwritten: it may be a real one.
    const code = error instanceof FailureError ? error.failure.code : undefined
    if (code === undefined) throw error
    refuse(code === 'ledgerExists' ? `There is already a ledger in ${folder}\n` : `${code}: ${folder}\n`)
  }
}

async function writeRoster(filePath: string): Promise<void> {
  if (existsSync(filePath)) refuse(`There is already a file ${filePath}\n`)
  mkdirSync(dirname(filePath), { recursive: true })
  const rowCount = await writeRosterWorkbook(filePath, people(), new Date(`${sampleDay}T00:00:00.000Z`))
  console.log(`${String(rowCount)} invented residents in ${filePath}`)
}

function* people() {
  for (const household of generateCommunity(options)) yield* household
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  return refuse(`--${name} is a whole number from ${String(least)} to ${String(most)}\n`)
}

function refuse(sentence: string): never {
  process.stderr.write(sentence)
  process.exit(1)
}
