import { copyFileSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { collectMisses, type Bench, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { hastyAmong, recordStatements } from '../oracle/statement-record.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import { backupForgeries } from '../work/backup-forgeries.ts'
import { backUp, contentOf, makeKeptOffice, openKept, restoreKept } from '../work/backup-office.ts'
import { forgeBackup } from '../work/forged-backup.ts'
import { runProgram } from '../work/start-program.ts'

const slowestMs = 3000
/** Unit: MB. */
const mostGrowth = 200

interface DeskReport {
  readonly triedCount: number
  readonly problems: readonly string[]
}

/** A backup that somebody with the key has tampered with is refused before anything in it is believed. */
export const forgedBackups: Experiment = {
  id: 'S14',
  what: 'backups forged with the key: triggers, views, virtual tables, loops, lies; refused, ledger untouched',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    const queriedCount = await tryForgeries(bench, expect)
    const every = bench.size({ fast: 8, ci: 1, release: 1 })
    const order = { folder: bench.folder, every }
    const [ack = '{}'] = await runProgram('app-forged-backups.ts', order)
    const desk = JSON.parse(ack) as DeskReport
    misses.push(...desk.problems)
    return {
      triedCount: backupForgeries.length + desk.triedCount,
      misses,
      note: `${backupForgeries.length} forgeries, ${queriedCount} statements to a sound one`,
    }
  },
}

type Expect = (holds: boolean, sentence: string) => void

/** Shape: how many statements that a forged one must not get a sound one gets. */
async function tryForgeries({ folder }: Bench, expect: Expect): Promise<number> {
  const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
  const ledger = openKept(office)
  const source = join(folder, 'sound.llbak')
  copyFileSync(await backUp(ledger, office.key), source)
  closeOffice(ledger)
  const digest = contentOf(office)
  const before = readImage(join(folder, 'data'))
  const target = join(folder, 'forged.llbak')
  const workFile = join(folder, 'data', 'work', 'staged.db')
  const record = recordStatements(workFile)
  const rssBefore = process.memoryUsage.rss()
  try {
    for (const forgery of backupForgeries) {
      forgeBackup({ source, target, key: office.key }, forgery)
      record.taken()
      const startedAt = performance.now()
      const code = await codeOfRejection(() => restoreKept(target, office, null))
      const tookMs = performance.now() - startedAt
      expect(code === forgery.code, `${forgery.name}: ${code} instead of ${forgery.code}`)
      expect(tookMs < slowestMs, `${forgery.name}: it takes ${tookMs.toFixed(0)} ms`)
      const hasty = forgery.hasOwnSchema === true ? [] : hastyAmong(record.taken())
      expect(hasty.length === 0, `${forgery.name}: it is asked ${hasty.join('; ')}`)
      rmSync(join(folder, 'data', 'work'), { recursive: true, force: true })
      const changed = differingPaths(before, readImage(join(folder, 'data')))
      expect(changed.length === 0, `${forgery.name}: ${changed.join(', ')} changed`)
    }
    const growth = (process.memoryUsage.rss() - rssBefore) / 1024 / 1024
    expect(growth < mostGrowth, `it took ${growth.toFixed(0)} MB`)
    expect(contentOf(office) === digest, 'the ledger holds something else')
    forgeBackup({ source, target, key: office.key }, { name: 'nothing', code: 'none' })
    record.taken()
    const code = await codeOfRejection(() => restoreKept(target, office, null))
    expect(code === 'none', `one in which nothing was changed is refused: ${code}`)
    expect(!existsSync(workFile), 'something is left of the one that was restored')
    return hastyAmong(record.taken()).length
  } finally {
    record.end()
  }
}
