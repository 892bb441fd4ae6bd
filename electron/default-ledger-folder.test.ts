import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findDefaultLedgerFolder, grantCommand, type HomeFacts } from './default-ledger-folder.ts'

let home: string
let facts: HomeFacts
let granted: string[]
const grant = async (folder: string) => {
  granted.push(folder)
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home 李 四😀-'))
  granted = []
  facts = {
    platform: 'win32',
    userData: join(home, 'Roaming', '邻里台账'),
    programData: join(home, 'ProgramData'),
    localAppData: join(home, 'Local'),
    systemRoot: 'C:\\Windows',
  }
  mkdirSync(join(home, 'ProgramData'))
})
afterEach(() => rmSync(home, { recursive: true }))

const shared = () => join(home, 'ProgramData', 'LinliLedger', 'ledger')
const own = () => join(home, 'Local', 'LinliLedger', 'ledger')

test('on Windows it is the folder of all accounts, made with rights for all of them, and left empty', async () => {
  expect(await findDefaultLedgerFolder(facts, grant)).toBe(shared())
  expect(granted).toEqual([join(home, 'ProgramData', 'LinliLedger')])
  expect(readdirSync(shared())).toEqual([])
})

test('a folder that another account made is used as it is', async () => {
  await findDefaultLedgerFolder(facts, grant)
  granted = []
  expect(await findDefaultLedgerFolder(facts, grant)).toBe(shared())
  expect(granted).toEqual([])
})

test('rights that are not to be had lead to the user’s own folder and leave nothing behind', async () => {
  const refuse = () => Promise.reject(new Error('access denied'))
  expect(await findDefaultLedgerFolder(facts, refuse)).toBe(own())
  expect(readdirSync(join(home, 'ProgramData'))).toEqual([])
})

test('a folder that can’t be made leads to the user’s own', async () => {
  rmSync(join(home, 'ProgramData'), { recursive: true })
  writeFileSync(join(home, 'ProgramData'), 'a file in its place')
  expect(await findDefaultLedgerFolder(facts, grant)).toBe(own())
})

// The kernel's own folder refuses every file, whatever the rights say.
test.skipIf(process.platform !== 'linux')('a folder that takes no file leads to the user’s own', async () => {
  mkdirSync(dirname(shared()))
  symlinkSync('/sys/kernel', shared())
  expect(await findDefaultLedgerFolder(facts, grant)).toBe(own())
})

test('without the environment’s word it is beside the program’s own files', async () => {
  const bare = { ...facts, programData: undefined, localAppData: undefined }
  expect(await findDefaultLedgerFolder(bare, grant)).toBe(join(facts.userData, 'ledger'))
})

test('elsewhere it is beside the program’s own files', async () => {
  expect(await findDefaultLedgerFolder({ ...facts, platform: 'linux' }, grant)).toBe(
    join(facts.userData, 'ledger'),
  )
  expect(granted).toEqual([])
})

test('the rights are given by Windows’ own tool, to everybody in every language', () => {
  expect(grantCommand('C:\\Windows', 'C:\\ProgramData\\LinliLedger')).toEqual({
    file: 'C:\\Windows\\System32\\icacls.exe',
    args: ['C:\\ProgramData\\LinliLedger', '/grant', '*S-1-5-32-545:(OI)(CI)M', '/Q'],
  })
})
