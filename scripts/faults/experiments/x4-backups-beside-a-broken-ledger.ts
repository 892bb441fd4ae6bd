import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { backupFolderOf } from '../../../db/backup/backup-folder.ts'
import { writeSampleCommunity } from '../../../db/sample/write-sample-community.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { codeOfFailing, codeOfRejection } from '../oracle/failure-code.ts'
import { contentDigest } from '../oracle/table-digests.ts'
import { randomOf } from '../random.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import { backUp, contentOf, makeKeptOffice, openKept, restoreKept } from '../work/backup-office.ts'

/** The schedule runs on over a ledger whose disk has broken pages: no good backup goes for a bad one. */
export const backupsBesideABrokenLedger: Experiment = {
  id: 'X4',
  what: 'pages of an open ledger overwritten, then 30 backups tried: the good ones stay',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const random = randomOf(97)
    const rounds = size({ fast: 2, ci: 6, release: 30 })
    let refused = 0
    for (let round = 0; round < rounds; round += 1) {
      const office = await makeKeptOffice(join(folder, String(round), 'office.ledger'))
      let ledger = openKept(office)
      await backUp(ledger, office.key)
      const good = readImage(backupFolderOf(office.filePath))
      const pages = Math.floor(statSync(office.filePath).size / 4096)
      const page = 1 + random.below(pages - 1)
      // By another program: to touch an open ledger from here would take the lock off it.
      const noise = ['if=/dev/urandom', `of=${office.filePath}`, 'bs=4096', 'count=1', `seek=${page}`]
      execFileSync('dd', [...noise, 'conv=notrunc', 'status=none'])
      for (let time = 0; time < 30; time += 1) {
        const code = await codeOfRejection(() => backUp(ledger, office.key))
        expect(code !== 'none', `page ${page} of ${pages}, time ${time}: a backup was made`)
        if (code !== 'none') refused += 1
        if (!ledger.raw.open && codeOfFailing(() => (ledger = openKept(office))) !== 'none') break
      }
      const there = readImage(backupFolderOf(office.filePath))
      const changed = differingPaths(good, there)
      expect(changed.length === 0, `page ${page} of ${pages}: changed: ${changed.join(' ')}`)
      ledger.raw.close()
    }
    return { triedCount: rounds, misses, note: `${refused} backups refused` }
  },
}

/** A backup of many people brought to an empty PC. */
export const restoreDrill: Experiment = {
  id: 'X5',
  what: 'backup of a large ledger restored into an empty folder',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
    const ledger = openKept(office)
    await writeSampleCommunity(ledger, {
      seed: 9,
      householdCount: size({ fast: 400, ci: 7_500, release: 37_000 }),
    })
    const source = join(folder, 'source.llbak')
    copyFileSync(await backUp(ledger, office.key), source)
    const digest = contentDigest(ledger.raw)
    closeOffice(ledger)
    const times = size({ fast: 1, ci: 3, release: 20 })
    let slowestMs = 0
    for (let time = 0; time < times; time += 1) {
      const empty = { ...office, filePath: join(folder, `pc-${time}`, 'office.ledger') }
      const startedAt = performance.now()
      await restoreKept(source, empty, null)
      slowestMs = Math.max(slowestMs, performance.now() - startedAt)
      expect(contentOf(empty) === digest, `time ${time}: something else is there`)
      rmSync(join(folder, `pc-${time}`), { recursive: true })
    }
    expect(slowestMs < 60_000, `it takes ${slowestMs.toFixed(0)} ms`)
    const megabytes = (readFileSync(source).length / 1e6).toFixed(0)
    return { triedCount: times, misses, note: `${megabytes} MB in ${slowestMs.toFixed(0)} ms` }
  },
}
