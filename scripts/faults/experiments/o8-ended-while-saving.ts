import { mkdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ledgerFileIn, openAfterwards } from '../app/app-office.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { closeOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { randomOf } from '../random.ts'
import { startProgram } from '../work/start-program.ts'

const slowestMs = 3000

/** The app is closed, told to end or killed while people are saved: in time, and with everything it said to be saved. */
export const endedWhileSaving: Experiment = {
  id: 'O8',
  what: 'window closed, SIGTERM, kill -9 while people are saved by four requests at once',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const random = randomOf(89)
    const times = size({ fast: 3, ci: 12, release: 60 })
    const ways = ['SIGUSR2', 'SIGTERM', 'SIGKILL'] as const
    let savedCount = 0
    for (let time = 0; time < times; time += 1) {
      const way = ways[time % ways.length] ?? 'SIGKILL'
      const room = join(folder, String(time))
      mkdirSync(room)
      let endAskedAt = 0
      const program = startProgram(
        'app-closing.ts',
        { folder: room },
        {
          onAck: (ack) => {
            if (ack !== 'ready') return
            setTimeout(
              () => {
                endAskedAt = performance.now()
                program.signal(way)
              },
              20 + random.next() * 200,
            )
          },
        },
      )
      const { acks, errorText } = await program.end
      const tookMs = performance.now() - endAskedAt
      const where = `time ${time}, ${way}`
      expect(endAskedAt > 0, `${where}: it never came so far: ${errorText}`)
      expect(tookMs < slowestMs, `${where}: it takes ${tookMs.toFixed(0)} ms to end`)
      for (const ack of acks.filter((one) => one.startsWith('refused'))) expect(false, `${where}: ${ack}`)
      const userData = join(room, 'user')
      const wal = statSync(`${ledgerFileIn(userData)}-wal`, { throwIfNoEntry: false })?.size ?? 0
      if (way === 'SIGUSR2') expect(wal === 0, `${where}: ${wal} bytes wait in the WAL`)
      const { ledger } = await openAfterwards(userData)
      const there = new Set(ledger.raw.prepare<[], number>('SELECT id FROM resident').pluck().all())
      const saved = acks.flatMap((ack) => (ack.startsWith('saved') ? [Number(ack.split(' ')[1])] : []))
      const lost = saved.filter((id) => !there.has(id))
      expect(lost.length === 0, `${where}: ${lost.length} of ${saved.length} saved people are lost`)
      for (const fault of faultsOf(ledger.raw)) expect(false, `${where}: ${fault}`)
      closeOffice(ledger)
      savedCount += saved.length
      rmSync(room, { recursive: true })
    }
    expect(savedCount > 0, 'nobody was ever saved, so that nothing was proved')
    return { triedCount: times, misses, note: `${savedCount} people saved before the ends` }
  },
}
