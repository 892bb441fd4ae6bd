import { expect, test, type Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import Database from 'better-sqlite3'
import { readKeySlots } from '../db/key/key-file.ts'
import { keyFromPassword } from '../db/key/key-slots.ts'
import { giveKey } from '../db/key/ledger-key.ts'
import type { FailureCode } from '../domain/failure.ts'
import { ledgerTrouble, ledgerTroubleLabels } from '../domain/labels/failure.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { answerOpenDialog, launchApp, type RunningApp } from './testing/launch-app.ts'
import { confirmRecoveryCode, director, fillInOffice, signIn } from './testing/office-steps.ts'
import { holdLocked } from './testing/lock-holder.ts'
import { readOnlyDrive, readOnlyFile, readOnlyFolder } from './testing/write-protection.ts'

interface Office {
  readonly userData: string
  readonly folder: string
  readonly file: string
}

/** An office whose ledger was made by the app itself, which is closed again. */
async function anOffice(): Promise<Office> {
  const { app, window, userData } = await launchApp()
  await fillInOffice(window)
  await window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(window)
  await seeTheLedger(window)
  await app.close()
  const folder = join(userData, 'ledger')
  return { userData, folder, file: join(folder, 'linli-ledger.db') }
}

async function keyOf(file: string) {
  const { slots } = await readKeySlots(file)
  return keyFromPassword(slots, 1, director.password)
}

async function seeTheLedger(window: Page): Promise<void> {
  await expect(window.getByRole('heading', { name: residentLabels.list.title, exact: true })).toBeVisible()
}

/** The window says what is wrong and what to do, and says so again as long as nothing has changed. */
async function expectTrouble({ window }: RunningApp, code: FailureCode, needsKey = false): Promise<void> {
  if (needsKey) await signIn(window)
  const { title, what, next } = ledgerTrouble(code)
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(window.getByText(what)).toBeVisible()
  await expect(window.getByRole('region', { name: ledgerTroubleLabels.next })).toContainText(next)
  await retry(window)
  // What only the key can tell is told after the password.
  if (needsKey) await signIn(window)
  else await expect(window.getByText(ledgerTroubleLabels.stillFailing, { exact: true })).toBeVisible()
  await expect(window.getByRole('heading', { level: 1 })).toHaveText(title)
}

async function retry(window: Page): Promise<void> {
  await window.getByRole('button', { name: ledgerTroubleLabels.retry }).click()
}

async function expectRecovery({ app, window }: RunningApp): Promise<void> {
  await retry(window)
  await signIn(window)
  await seeTheLedger(window)
  await app.close()
}

/** Name and content of everything in the folder; null when there is none. */
function contentOf(folder: string): Readonly<Record<string, string>> | null {
  if (!existsSync(folder)) return null
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  return Object.fromEntries(names.sort().map((name) => [name, digest(name)]))
}

function changeBytes(file: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(file)
  change(bytes)
  writeFileSync(file, bytes)
}

interface Spoiling {
  readonly code: FailureCode
  /** Whether only an unlocked file shows what is the matter with it. */
  readonly needsKey?: boolean
  readonly spoil: (office: Office) => void | Promise<void>
}

const spoilings: Readonly<Record<string, Spoiling>> = {
  'whose file is gone': { code: 'ledgerMissing', spoil: ({ file }) => rmSync(file) },
  'of a newer version': {
    code: 'ledgerNewer',
    needsKey: true,
    spoil: async ({ file }) => {
      const raw = new Database(file)
      giveKey(raw, await keyOf(file))
      raw.pragma('user_version = 900')
      raw.close()
    },
  },
  'with pages overwritten': {
    code: 'ledgerDamaged',
    needsKey: true,
    spoil: ({ file }) => changeBytes(file, (bytes) => bytes.fill(0x5a, 4096, 40_960)),
  },
  'cut off in the middle': {
    code: 'ledgerDamaged',
    needsKey: true,
    spoil: ({ file }) => writeFileSync(file, readFileSync(file).subarray(0, 20_480)),
  },
  'left empty by a power cut': { code: 'ledgerDamaged', spoil: ({ file }) => writeFileSync(file, '') },
  'replaced by a text': {
    code: 'ledgerForeign',
    spoil: ({ file }) => writeFileSync(file, '这不是台账'.repeat(2000)),
  },
  "replaced by another program's database": {
    code: 'ledgerForeign',
    spoil: ({ file }) => {
      rmSync(file)
      const other = new DatabaseSync(file)
      other.exec('CREATE TABLE chat (message TEXT); PRAGMA user_version = 1')
      other.close()
    },
  },
}

for (const [name, { code, needsKey, spoil }] of Object.entries(spoilings)) {
  test(`a ledger ${name} is said to be, stays as it is, and opens once it is put right`, async () => {
    const office = await anOffice()
    const sound = readFileSync(office.file)
    await spoil(office)
    const before = contentOf(office.folder)

    const running = await launchApp(office.userData)
    await expectTrouble(running, code, needsKey)
    expect(contentOf(office.folder)).toEqual(before)
    await running.app.close()
    expect(contentOf(office.folder)).toEqual(before)

    const again = await launchApp(office.userData)
    await expectTrouble(again, code, needsKey)
    writeFileSync(office.file, sound)
    await expectRecovery(again)
  })
}

test('a ledger whose whole folder is gone is not made anew, and opens once the folder is back', async () => {
  const { userData, folder } = await anOffice()
  const elsewhere = join(userData, '搬走的台账')
  renameSync(folder, elsewhere)
  const before = contentOf(elsewhere)

  const running = await launchApp(userData)
  await expectTrouble(running, 'ledgerMissing')
  expect(contentOf(folder)).toBe(null)
  renameSync(elsewhere, folder)
  expect(contentOf(folder)).toEqual(before)
  await expectRecovery(running)
})

test('a ledger that was moved opens from its new place, which the next start remembers', async () => {
  const { userData, folder } = await anOffice()
  const elsewhere = join(userData, '搬走的台账')
  renameSync(folder, elsewhere)

  const running = await launchApp(userData)
  await expectTrouble(running, 'ledgerMissing')
  await answerOpenDialog(running, join(elsewhere, 'linli-ledger.db'))
  await running.window.getByRole('button', { name: ledgerTroubleLabels.openOther }).click()
  await signIn(running.window)
  await seeTheLedger(running.window)
  await running.app.close()

  const again = await launchApp(userData)
  await signIn(again.window)
  await seeTheLedger(again.window)
  await again.app.close()
})

test('a ledger that another program holds is left to it, and opens once it is let go', async () => {
  const { userData, folder, file } = await anOffice()
  const holder = await holdLocked(file, await keyOf(file))
  const before = contentOf(folder)

  const running = await launchApp(userData)
  await expectTrouble(running, 'ledgerLocked')
  expect(contentOf(folder)).toEqual(before)
  await holder.letGo()
  await expectRecovery(running)
})

test('a ledger that another account of the PC has open is left to it, and opens once it is closed', async () => {
  const { userData, folder, file } = await anOffice()
  const other = await launchApp()
  await answerOpenDialog(other, file)
  await other.window.getByRole('button', { name: setupLabels.choices.open.title }).click()
  await signIn(other.window)
  await seeTheLedger(other.window)
  const before = contentOf(folder)

  const running = await launchApp(userData)
  await expectTrouble(running, 'ledgerLocked')
  expect(contentOf(folder)).toEqual(before)
  // The other account goes on working.
  await other.window.reload()
  await seeTheLedger(other.window)
  await other.app.close()
  await expectRecovery(running)
})

const protections = {
  'in a read-only file': readOnlyFile,
  'in a folder that takes no files': readOnlyFolder,
  'on a write-protected drive': readOnlyDrive,
} as const

for (const [name, { obstacle, protect, release }] of Object.entries(protections)) {
  test(`a ledger ${name} is said to be, and opens once it may be written`, async () => {
    const reason = obstacle()
    if (reason !== null) console.log(`Skipped, a ledger ${name}: ${reason}.`)
    test.skip(reason !== null, reason ?? '')
    const office = await anOffice()
    const launcher = protect(office)
    const before = contentOf(office.folder)

    const running = await launchApp(office.userData, launcher)
    await expectTrouble(running, 'ledgerReadOnly')
    expect(contentOf(office.folder)).toEqual(before)
    release(office, running)
    await expectRecovery(running)
  })
}
