import { join } from 'node:path'
import { openAfterwards } from '../app/app-office.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { runProgram } from '../work/start-program.ts'

/** These answer with somebody while the desk is open, so that their silence at a covered one proves something. */
const leastTelling = 9

/** Nobody at a covered desk, and nobody after it was left, is told anything of anybody. */
export const coveredDeskTellsNothing: Experiment = {
  id: 'S7-channels',
  what: 'every channel asked while the desk is covered and after it was left, right questions among them',
  run: async ({ folder, size }) => {
    const samples = size({ fast: 2, ci: 20, release: 200 })
    const [ack = '{}'] = await runProgram('app-covered.ts', { folder, samples })
    const { triedCount, problems, telling } = JSON.parse(ack) as {
      readonly triedCount: number
      readonly problems: readonly string[]
      readonly telling: readonly string[]
    }
    const { misses, expect } = collectMisses()
    misses.push(...problems)
    expect(telling.length >= leastTelling, `only ${telling.join(' ')} tell of somebody at an open desk`)
    return { triedCount, misses, note: `${telling.length} channels tell of somebody at an open desk` }
  },
}

/** The desk is covered after the time that was set and not before, and given up when nobody comes back. */
export const idleDesk: Experiment = {
  id: 'S7-idle',
  what: '299 and 301 s idle by the injected clock, other limits, half an hour covered, screen lock, sleep',
  run: async ({ folder }) => {
    const [ack = '{}'] = await runProgram('app-idle.ts', { folder })
    const { triedCount, problems } = JSON.parse(ack) as {
      readonly triedCount: number
      readonly problems: readonly string[]
    }
    return { triedCount, misses: problems }
  },
}

interface RacerRow {
  readonly name: string
  readonly note: string
  readonly phoneCount: number
  readonly hasDwelling: number
}

const racersStatement = `
  SELECT r.name, r.note, (SELECT count(*) FROM residentPhone p WHERE p.residentId = r.id) AS phoneCount,
    h.dwellingId IS NOT NULL AS hasDwelling
  FROM resident r JOIN household h ON h.id = r.householdId WHERE r.name LIKE 'Racer %'`

/** What was answered as saved when the desk was covered is there, whole, and nothing else is; no draft is lost. */
export const savesRacingTheLock: Experiment = {
  id: 'S7-saves',
  what: 'desk covered or PC put to sleep in the middle of saves by four requests, a form half filled in',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const rounds = size({ fast: 16, ci: 200, release: 600 })
    const acks = await runProgram('app-lock-race.ts', { folder, rounds })
    expect(acks.at(-1) === 'ended', 'the races never ended')
    const named = (start: string) =>
      acks.filter((ack) => ack.startsWith(start)).map((ack) => ack.split('\t')[1] ?? '')
    for (const ack of acks.filter((one) => one.startsWith('wrong'))) expect(false, ack)
    const { ledger } = await openAfterwards(join(folder, 'user'))
    const rows = ledger.raw.prepare<[], RacerRow>(racersStatement).all()
    for (const fault of faultsOf(ledger.raw)) expect(false, fault)
    closeOffice(ledger)
    const there = new Set(rows.map(({ name }) => name))
    expect(there.size === rows.length, `${rows.length - there.size} people were written twice`)
    const [saved, refused] = [named('saved'), named('refused')]
    for (const name of saved) expect(there.has(name), `${name} was saved and is lost`)
    for (const name of named('refused notSignedIn'))
      expect(!there.has(name), `${name} was refused and is there`)
    for (const { name, note, phoneCount, hasDwelling } of rows)
      expect(note === `note of ${name}` && phoneCount === 3 && hasDwelling === 1, `${name} is half saved`)
    expect(
      saved.length > rounds && refused.length === rounds * 4,
      `${saved.length} saved, ${refused.length} refused`,
    )
    return { triedCount: rounds, misses, note: `${saved.length} saved, ${kindsOf(acks)}` }
  },
}

function kindsOf(acks: readonly string[]): string {
  const codes = acks.flatMap((ack) => /^refused (\w+)/.exec(ack)?.[1] ?? [])
  return [...Map.groupBy(codes, (code) => code)].map(([code, all]) => `${all.length} ${code}`).join(', ')
}
