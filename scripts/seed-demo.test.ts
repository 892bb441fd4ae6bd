import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { closeLedger } from '../db/ledger.ts'
import { signIn } from '../db/unlocking/sign-in.ts'
import { ledgerContent } from '../db/testing/ledger-content.ts'
import { samplePassword } from '../domain/sample-account.ts'
import { fixedClock } from '../domain/testing/builders.ts'

const folder = mkdtempSync(join(tmpdir(), 'seed-demo-'))
afterAll(() => rmSync(folder, { recursive: true }))

const script = join(import.meta.dirname, 'seed-demo.ts')
const seedDemo = (...words: string[]) => promisify(execFile)(process.execPath, [script, ...words])
const small = ['--households', '40', '--seed', '9']

async function contentOf(name: string) {
  const place = { filePath: join(folder, name, 'linli-ledger.db'), clock: fixedClock() }
  const { ledger } = await signIn(place, { staffId: 1, password: samplePassword })
  try {
    return ledgerContent(ledger)
  } finally {
    closeLedger(ledger)
  }
}

test('the same seed fills two ledgers with the same community, and a roster beside one', async () => {
  const roster = join(folder, 'first', 'roster.xlsx')
  const { stdout } = await seedDemo('--out', join(folder, 'first'), '--roster', roster, ...small)
  await seedDemo('--out', join(folder, 'second'), ...small)
  const first = await contentOf('first')
  expect(first.households.length).toBe(40)
  expect(first).toEqual(await contentOf('second'))
  expect(
    stdout.split('\n').filter((line) => line.startsWith(`${String(first.residents.length)} `)).length,
  ).toBe(2)
  expect(readFileSync(roster).subarray(0, 2).toString()).toBe('PK')
})

test('nothing that is there is overwritten', async () => {
  const path = join(folder, 'linli-ledger.db')
  writeFileSync(path, 'the ledger of an office')
  await expect(seedDemo('--out', folder, ...small)).rejects.toMatchObject({ code: 1 })
  await expect(seedDemo('--roster', path, ...small)).rejects.toMatchObject({ code: 1 })
  expect(readFileSync(path, 'utf8')).toBe('the ledger of an office')
})

test.each([
  ['nowhere to write to', []],
  ['no household', ['--roster', 'x.xlsx', '--households', '0']],
  ['a seed that is no number', ['--roster', 'x.xlsx', '--seed', 'one']],
])('%s is refused', async (_, words) => {
  await expect(seedDemo(...words)).rejects.toMatchObject({ code: 1, stdout: '' })
})
