import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBackupHead } from '../../../db/backup/backup-file.ts'
import { keyFileOf, readKeySlots } from '../../../db/key/key-file.ts'
import { keyFromPassword, withStaffSlot, type KeySlots } from '../../../db/key/key-slots.ts'
import { writeSmallStateTwice } from '../../../db/small-state-file.ts'
import { signIn } from '../../../db/unlocking/sign-in.ts'
import { collectMisses, type Bench, type Experiment, type Outcome } from '../experiment.ts'
import { clockOn, closeOffice, firstDirector, signInToOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import {
  addSomebody,
  backUp,
  changeSomebody,
  makeKeptOffice,
  openKept,
  stageAndCheck,
} from '../work/backup-office.ts'

const pageLength = 4096
const secondPassword = 'songbai-liufeng-37'
const slowestMs = 3000
/** Unit: MB. */
const mostMemory = 350

/** Parts of backups and key slots exchanged, doubled, left out, or made to cost too much. */
export const exchangedParts: Experiment = {
  id: 'X2',
  what: 'pages of backups swapped, doubled, dropped, spliced; key slots swapped, too costly, of others',
  run: async (bench) => {
    const { misses, expect } = collectMisses()
    const rssBefore = process.memoryUsage.rss()
    const triedCount = (await exchangeInBackups(bench, expect)) + (await exchangeInKeys(bench, expect))
    const growth = (process.memoryUsage.rss() - rssBefore) / 1024 / 1024
    // A password may take what scrypt needs, once: 128 MB.
    expect(growth < mostMemory, `it took ${growth.toFixed(0)} MB`)
    return { triedCount, misses } satisfies Outcome
  },
}

type Expect = (holds: boolean, sentence: string) => void

async function exchangeInBackups({ folder, size }: Bench, expect: Expect): Promise<number> {
  const office = await makeKeptOffice(join(folder, 'data', 'office.ledger'))
  const ledger = openKept(office)
  const copies: Buffer[] = []
  await addSomebody(ledger, 0)
  copies.push(readFileSync(await backUp(ledger, office.key)))
  // Nobody comes or goes between the two: the numbers of rows can't tell their pages apart.
  await changeSomebody(ledger)
  copies.push(readFileSync(await backUp(ledger, office.key)))
  closeOffice(ledger)
  const [older = Buffer.alloc(0), newer = Buffer.alloc(0)] = copies
  const bad = join(folder, 'bad.llbak')
  writeFileSync(bad, newer)
  const { length: head } = readBackupHead(bad)
  const pageCount = (newer.length - head) / pageLength
  const page = (of: Buffer, index: number) =>
    of.subarray(head + index * pageLength, head + (index + 1) * pageLength)
  const rebuilt = (pages: readonly Buffer[]) => Buffer.concat([newer.subarray(0, head), ...pages])
  const all = Array.from({ length: pageCount }, (_, index) => page(newer, index))
  const step = Math.ceil(pageCount / size({ fast: 10, ci: 60, release: 1000 }))
  // Made one after the other: all of them together would take the memory that is watched here.
  const attempts: (readonly [string, () => Buffer])[] = [
    [
      'the older head on the newer pages',
      () => Buffer.concat([older.subarray(0, head), newer.subarray(head)]),
    ],
    [
      'the newer head on the older pages',
      () => Buffer.concat([newer.subarray(0, head), older.subarray(head)]),
    ],
    ['pages in the other order', () => rebuilt([...all].reverse())],
  ]
  for (let at = 0; at + 1 < pageCount; at += step) {
    const swapped = [...all]
    ;[swapped[at], swapped[at + 1]] = [page(newer, at + 1), page(newer, at)]
    attempts.push([`pages ${at} and ${at + 1} swapped`, () => rebuilt(swapped)])
    attempts.push([`page ${at} twice`, () => rebuilt([...all.slice(0, at + 1), ...all.slice(at)])])
    attempts.push([
      `page ${at} twice, the next gone`,
      () => rebuilt(all.map((one, index) => (index === at + 1 ? page(newer, at) : one))),
    ])
    attempts.push([`page ${at} dropped`, () => rebuilt(all.filter((_, index) => index !== at))])
  }
  for (let at = 0; at < pageCount; at += 1)
    if (!page(older, at).equals(page(newer, at)))
      attempts.push([
        `page ${at} of the older one`,
        () => rebuilt(all.map((one, index) => (index === at ? page(older, at) : one))),
      ])
  let triedCount = 0
  for (const [what, bytesOf] of attempts) {
    const bytes = bytesOf()
    if (bytes.equals(newer)) continue
    triedCount += 1
    writeFileSync(bad, bytes)
    const before = process.cpuUsage()
    const code = await codeOfRejection(() => stageAndCheck(bad, office, join(folder, 'work', 'staged.db')))
    expect(['backupDamaged', 'backupAltered'].includes(code), `${what}: ${code}`)
    expect(cpuMs(before) < slowestMs, `${what}: it takes too long`)
  }
  const stranger = await makeKeptOffice(join(folder, 'other', 'office.ledger'))
  writeFileSync(bad, newer)
  const code = await codeOfRejection(() => stageAndCheck(bad, stranger, join(folder, 'work', 'staged.db')))
  expect(code === 'backupLocked', `the key of another office: ${code}`)
  return triedCount + 1
}

async function exchangeInKeys({ folder }: Bench, expect: Expect): Promise<number> {
  const office = await makeKeptOffice(join(folder, 'keys', 'office.ledger'))
  const other = await makeKeptOffice(join(folder, 'strange', 'office.ledger'))
  const { slots: own } = await readKeySlots(office.filePath)
  const second = { staffId: 2, name: 'Second' }
  const slots = await withStaffSlot(own, office.key, second, secondPassword)
  const [one, two] = slots.staff
  if (one === undefined || two === undefined) throw new Error('two slots were made')
  const costly = (cost: unknown) => ({
    ...slots,
    staff: [{ ...one, sealedKey: { ...one.sealedKey, kdf: { ...one.sealedKey.kdf, cost } } }],
  })
  const swapped: KeySlots = {
    ...slots,
    staff: [
      { ...one, sealedKey: two.sealedKey },
      { ...two, sealedKey: one.sealedKey },
    ],
  }
  const attempts: readonly (readonly [string, unknown, string])[] = [
    ['a cost of 2^30', costly(2 ** 30), 'keysDamaged'],
    ['a cost that is no power of two', costly(2 ** 17 + 1), 'keysDamaged'],
    ['a cost of 1', costly(1), 'keysDamaged'],
    [
      'a block size of 2^20',
      {
        ...slots,
        staff: [
          { ...one, sealedKey: { ...one.sealedKey, kdf: { ...one.sealedKey.kdf, blockSize: 2 ** 20 } } },
        ],
      },
      'keysDamaged',
    ],
    ['a later format', { ...slots, formatVersion: 2 }, 'keysDamaged'],
    ['a thousand slots', { ...slots, staff: Array.from({ length: 1000 }, () => one) }, 'keysDamaged'],
    ['the slots of two people swapped', swapped, 'passwordWrong'],
  ]
  // Somebody with an account of their own puts it in the place of another one.
  await writeSmallStateTwice(keyFileOf(office.filePath), swapped)
  const usurped = await codeOfRejection(() =>
    signIn({ filePath: office.filePath, clock: clockOn() }, { staffId: 1, password: secondPassword }),
  )
  expect(usurped === 'passwordWrong', `one's own slot under the first account: ${usurped}`)
  for (const [what, value, expected] of attempts) {
    await writeSmallStateTwice(keyFileOf(office.filePath), value)
    const before = process.cpuUsage()
    const code = await codeOfRejection(async () => {
      closeOffice((await signInToOffice(office.filePath)).ledger)
    })
    expect(code === expected, `${what}: ${code}`)
    expect(cpuMs(before) < slowestMs, `${what}: it takes too long`)
  }
  copyFileSync(keyFileOf(other.filePath), keyFileOf(office.filePath))
  copyFileSync(keyFileOf(other.filePath), `${keyFileOf(office.filePath)}.prev`)
  const strange = await codeOfRejection(() => signInToOffice(office.filePath))
  expect(strange === 'keysOfOtherLedger', `the slots of another ledger: ${strange}`)
  const relabelled = { ...(await readKeySlots(other.filePath)).slots, ledgerMark: slots.ledgerMark }
  const forged = await codeOfRejection(() => keyFromPassword(relabelled, 1, firstDirector.password))
  expect(forged === 'passwordWrong', `slots of another ledger with this one's mark: ${forged}`)
  return attempts.length + 3
}

/** The processor's own time since then: whatever else the machine does meanwhile is no figure of ours. Unit: milliseconds. */
function cpuMs(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
