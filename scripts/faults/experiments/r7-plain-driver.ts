import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { makeBackup, recordBackup } from '../../../db/backup/make-backup.ts'
import { databaseFacts } from '../../../db/backup/database-facts.ts'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { contentDigest } from '../oracle/table-digests.ts'
import { randomOf, type Random } from '../random.ts'
import { makeKeptOffice, stageAndCheck, type KeptOffice } from '../work/backup-office.ts'
import { contentOfCopy } from '../work/backup-states.ts'
import { askAboutPeople, keepTheBooks, visitPeople } from '../work/office-questions.ts'
import { officePlan, type WorkKind } from '../work/office-plan.ts'
import { sitAtTwins, type TwinDesk } from '../work/twin-desk.ts'

const kinds = ['edit', 'import', 'delete'] as const satisfies readonly WorkKind[]
/** Each turn brings a whole community of its own. */
const othersFrom = 1000
const plainStart = Buffer.from('SQLite format 3\0', 'latin1')

/** The same work on the encrypted ledger and on a plain one: every answer and every table is the same. */
export const plainDriver: Experiment = {
  id: 'R7',
  what: 'the same office work on the encrypted and a plain ledger: answers, tables, backups alike',
  run: compareDrivers,
}

async function compareDrivers({ folder, size }: Bench): Promise<Outcome> {
  const { misses, expect } = collectMisses()
  const offices = size({ fast: 1, ci: 3, release: 30 })
  let [operations, refusals, digests] = [0, 0, 0]
  for (let index = 0; index < offices; index += 1) {
    const seed = 113 + index
    const office = await makeKeptOffice(join(folder, String(index), 'office.ledger'), seed)
    const desk = sitAtTwins(office)
    await workAt(desk, seed, size({ fast: 8, ci: 24, release: 60 }))
    await compareBackups(desk, office, join(folder, 'work', 'staged.db'))
    for (const difference of desk.differences.splice(0)) expect(false, `office ${seed}: ${difference}`)
    expect(await seesOneLetter(desk), `office ${seed}: canary: one letter more is not noticed`)
    desk.close()
    const starts = [office.filePath, desk.plainFile].map((path) => readFileSync(path).subarray(0, 16))
    const isPlain = starts.map((start) => start.equals(plainStart))
    expect(!isPlain[0] && isPlain[1] === true, `office ${seed}: the ledgers are not one of each kind`)
    const counts = desk.counts()
    operations += counts.operations
    refusals += counts.refusals
    digests += counts.digests
  }
  return { triedCount: operations, misses, note: `${refusals} of them refused, ${digests} times all tables` }
}

/** Everything that the office does in a year, by turns; after each step all tables are compared. */
async function workAt(desk: TwinDesk, seed: number, stepCount: number): Promise<void> {
  const random: Random = randomOf(seed)
  for (const [turn, kind] of kinds.entries()) {
    const { base, steps } = officePlan(kind, seed + turn * othersFrom, stepCount)
    const people = base.flatMap((step) => (step.kind === 'import' ? step.people : []))
    // The people of the first turn are there already.
    for (const step of [...(turn === 0 ? [] : base), ...steps]) {
      await desk.step(step)
      desk.compareTables()
    }
    await askAboutPeople(desk, people, random)
    await visitPeople(desk, { name: `round ${turn}`, ruleIds: [1, 2, 3, 4, 5].slice(turn) })
    await keepTheBooks(desk, turn)
    desk.compareTables()
    await desk.step({ kind: 'reopen' })
    desk.compareTables()
    await askAboutPeople(desk, people, random)
  }
  desk.compareTables()
}

/** A backup can only be made of an encrypted ledger: what is in it must be what is in the plain one. */
async function compareBackups(desk: TwinDesk, office: KeptOffice, workFile: string): Promise<void> {
  const factsBefore = databaseFacts(desk.plain().raw)
  const contentBefore = contentDigest(desk.plain().raw)
  const { filePath, header } = await makeBackup(desk.encrypted(), { key: office.key, reason: 'byHand' })
  const { staged } = await stageAndCheck(filePath, office, workFile)
  if (contentOfCopy(staged.databaseFile, office) !== contentBefore)
    desk.differences.push('the content of the backup differs')
  if (!isDeepStrictEqual(header.facts, factsBefore)) desk.differences.push('the facts of the backup differ')
  await recordBackup(desk.plain(), { reason: 'byHand', seq: factsBefore.auditHead.seq })
  desk.compareTables()
}

/** Whether a single letter that only one of them has shows in the tables and in an answer. */
async function seesOneLetter(desk: TwinDesk): Promise<boolean> {
  desk.plain().raw.exec(`UPDATE resident SET note = note || 'x' WHERE id = (SELECT max(id) FROM resident)`)
  desk.compareTables()
  const id = desk.plain().raw.prepare<[], number>('SELECT max(id) FROM resident').pluck().get() ?? 0
  await desk.ask('resident.get', { id })
  return desk.differences.splice(0).length === 2
}
