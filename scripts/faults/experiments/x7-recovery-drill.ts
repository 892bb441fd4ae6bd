import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { keyOfStaged, stageBackup } from '../../../db/backup/stage-backup.ts'
import { confirmRecoveryCode } from '../../../db/unlocking/recovery-code.ts'
import { signInWithRecoveryCode } from '../../../db/unlocking/sign-in.ts'
import { copyToStick } from '../../../electron/backup/stick-copy.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { clockOn, closeOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { contentDigest } from '../oracle/table-digests.ts'
import { randomOf } from '../random.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import type { RecoveryOrder } from '../work/app-recovery.ts'
import { addSomebody, backUp, makeKeptOffice, openKept, type KeptOffice } from '../work/backup-office.ts'
import { countScrypt } from '../work/counted-scrypt.ts'
import { runProgram } from '../work/start-program.ts'
import { typingErrors } from '../work/typing-errors.ts'

const seed = 127
const expectedPhases = 'firstRun signIn ready'

/** A new PC, the stick and the sheet of paper: the office is back; a mistyped code costs nothing and does nothing. */
export const recoveryDrill: Experiment = {
  id: 'X7',
  what: 'an empty PC, a stick and the printed code: back at work; a code with one slip refused unpaid',
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const paidCount = countScrypt()
    const offices = size({ fast: 1, ci: 4, release: 30 })
    const random = randomOf(seed)
    let [slips, slowestMs] = [0, 0]
    for (let index = 0; index < offices; index += 1) {
      const room = join(folder, String(index))
      const lost = await aLostOffice(room, seed + index, random.below(4))
      const pc = join(room, 'pc')
      mkdirSync(pc)
      const typings = [lost.recoveryCode, lost.recoveryCode.toLowerCase().replaceAll('-', ' ')]
      const order: RecoveryOrder = {
        folder: pc,
        backup: lost.backup,
        recoveryCode: typings[index % typings.length] ?? '',
        key: lost.office.key.toString('hex'),
      }
      const startedAt = performance.now()
      const [ack = '{}'] = await runProgram('app-recovery.ts', order)
      slowestMs = Math.max(slowestMs, performance.now() - startedAt)
      const { phases = [], content } = JSON.parse(ack) as { phases?: string[]; content?: string }
      expect(phases.join(' ') === expectedPhases, `office ${index}: the way in was ${phases.join(' ')}`)
      expect(content === lost.content, `office ${index}: something else is there`)
      slips += await mistype(lost, paidCount, (holds, sentence) =>
        expect(holds, `office ${index}: ${sentence}`),
      )
      rmSync(room, { recursive: true })
    }
    return {
      triedCount: offices + slips,
      misses,
      note: `${offices} offices back in ${slowestMs.toFixed(0)} ms, ${slips} slips`,
    }
  },
}

interface LostOffice {
  readonly office: KeptOffice
  readonly recoveryCode: string
  readonly backup: string
  readonly content: string
}

/** An office like any other, whose backup was carried away on a stick. */
async function aLostOffice(room: string, people: number, newcomers: number): Promise<LostOffice> {
  const office = await makeKeptOffice(join(room, 'data', 'office.ledger'), people)
  const { key, recoveryCode } = office
  const ledger = openKept(office)
  const { actor } = ledger
  if (actor === null) throw new Error('nobody is at the desk')
  await confirmRecoveryCode({ ledger, key, actor }, recoveryCode)
  for (let index = 0; index < newcomers; index += 1) await addSomebody(ledger, index)
  const content = contentDigest(ledger.raw)
  const source = await backUp(ledger, key)
  closeOffice(ledger)
  const stick = join(room, 'stick')
  mkdirSync(stick)
  const signal = new AbortController().signal
  const name = await copyToStick({ source, folder: stick, onProgress: () => undefined, signal })
  return { office, recoveryCode, backup: join(stick, name), content }
}

/** Types the code with every slip, at the backup and at the sign-in page; answers how many there were. */
async function mistype(
  { office, recoveryCode, backup }: LostOffice,
  paidCount: () => number,
  expect: (holds: boolean, sentence: string) => void,
): Promise<number> {
  const { filePath, key } = office
  const room = join(filePath, '..')
  const work = join(room, '..', 'work')
  const elsewhere = join(room, '..', 'empty', 'office.ledger')
  const staged = await stageBackup({
    source: backup,
    ledgerFile: elsewhere,
    workFile: join(work, 'staged.db'),
  })
  const clock = clockOn()
  const openBackup = (typed: string) =>
    keyOfStaged(staged, { kind: 'recoveryCode', recoveryCode: typed }, { presentKey: null, clock })
  const signIn = (typed: string) =>
    signInWithRecoveryCode(
      { filePath, clock },
      { recoveryCode: typed, staffId: 1, password: 'qiutian-luoye-74' },
    )
  const before = [readImage(room), readImage(work)] as const
  const paidBefore = paidCount()
  const errors = typingErrors(recoveryCode)
  for (const { what, typed } of errors) {
    // Each costs a third of a second then: a few prove as much as all.
    if (paidCount() > paidBefore + 3) break
    for (const [where, attempt] of [
      ['at the backup', openBackup],
      ['at the sign-in page', signIn],
    ] as const) {
      const code = await codeOfRejection(() => attempt(typed))
      expect(code === 'recoveryCodeMistyped', `${where}, symbol ${what}: ${code}`)
    }
  }
  const paid = paidCount() - paidBefore
  expect(paid === 0, `mistyped codes were tried at full price ${paid} times`)
  const changed = [
    ...differingPaths(before[0], readImage(room)),
    ...differingPaths(before[1], readImage(work)),
  ]
  expect(changed.length === 0, `mistyped codes changed ${changed.join(' ')}`)
  // The right one shows that the counting counts, and that the slips were slips of a code that opens.
  expect((await openBackup(recoveryCode)).equals(key), 'the right code gives another key')
  expect(paidCount() === paidBefore + 1, 'the counting of tries counts nothing')
  return errors.length * 2
}
