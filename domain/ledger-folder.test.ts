import { describe, expect, test } from 'vitest'
import { judgeFolder, type FolderFacts } from './ledger-folder.ts'

const windows: Omit<FolderFacts, 'paths'> = {
  system: 'windows',
  ledgerName: 'linli-ledger.db',
  drive: 'fixed',
  syncRoots: ['E:\\云\\同步'],
  personalFolders: ['C:\\Users\\张三\\Desktop', 'C:\\Users\\张三\\Documents'],
}
const posix: Omit<FolderFacts, 'paths'> = {
  ...windows,
  system: 'posix',
  syncRoots: ['/home/张三/云'],
  personalFolders: ['/home/张三/桌面'],
}

const refusalOn = (base: Omit<FolderFacts, 'paths'>, ...paths: string[]) =>
  judgeFolder({ ...base, paths }).refusal
const warningOn = (base: Omit<FolderFacts, 'paths'>, ...paths: string[]) =>
  judgeFolder({ ...base, paths }).warning

describe('folders on Windows', () => {
  test.each([
    ['C:\\ProgramData\\LinliLedger\\ledger', null],
    ['D:\\社区 台账', null],
    ['C:\\Users\\李 四😀\\ledger', null],
    ['C:\\Users\\é\\ledger', null],
    ['\\\\?\\D:\\台账', null],
    ['\\\\server\\share\\台账', 'folderOnNetwork'],
    ['//server/share/台账', 'folderOnNetwork'],
    ['\\\\?\\UNC\\server\\share', 'folderOnNetwork'],
    ['\\\\wsl$\\Ubuntu\\home', 'folderOnNetwork'],
    ['C:\\Users\\张三\\OneDrive\\台账', 'folderInSyncRoot'],
    ['C:\\Users\\张三\\onedrive', 'folderInSyncRoot'],
    ['C:\\Users\\张三\\OneDrive - 幸福里社区\\台账', 'folderInSyncRoot'],
    ['D:\\Nutstore\\1\\我的坚果云\\台账', 'folderInSyncRoot'],
    ['D:\\坚果云', 'folderInSyncRoot'],
    ['D:\\BaiduSyncdisk\\台账', 'folderInSyncRoot'],
    ['D:\\百度网盘同步空间', 'folderInSyncRoot'],
    ['C:\\Users\\张三\\WPSDrive\\123\\WPS云盘', 'folderInSyncRoot'],
    ['C:\\Users\\张三\\WPS Cloud Files', 'folderInSyncRoot'],
    ['C:\\Users\\张三\\iCloudDrive\\台账', 'folderInSyncRoot'],
    ['e:/云/同步/台账', 'folderInSyncRoot'],
    ['E:\\云\\同步盘', null],
    ['D:\\OneDriver', null],
    ['D:\\张三.\\台账', 'folderNameUnusable'],
    ['D:\\张三 \\台账', 'folderNameUnusable'],
    ['D:\\v1.2\\台账', null],
  ] as const)('%s -> %s', (path, refusal) => {
    expect(refusalOn(windows, path)).toBe(refusal)
  })

  test('a mapped drive is judged by where it leads', () => {
    expect(refusalOn(windows, 'Z:\\台账', '\\\\server\\share\\台账')).toBe('folderOnNetwork')
  })

  test.each([
    ['network', 'folderOnNetwork'],
    ['removable', 'folderOnRemovableDrive'],
    ['fixed', null],
    ['maybeRemovable', null],
    ['unknown', null],
  ] as const)('on a drive that is %s', (drive, refusal) => {
    expect(refusalOn({ ...windows, drive }, 'E:\\台账')).toBe(refusal)
  })

  test('the longest path that is taken leaves room for every file beside the ledger', () => {
    // 259 is the longest path of a Windows program that asks for nothing special.
    const room = 259 - '\\backups\\linli-ledger.db-v9999-20261231235959.part-journal'.length
    const folder = `D:\\${'深'.repeat(room - 3)}`
    expect(folder).toHaveLength(room)
    expect(refusalOn(windows, folder)).toBeNull()
    expect(refusalOn(windows, `${folder}a`)).toBe('folderPathTooLong')
  })

  test.each([150, 180, 181, 200, 240, 259])('a path of %i characters', (length) => {
    const path = `D:\\${'a'.repeat(length - 3)}`
    expect(warningOn(windows, path)).toBe(length > 180 ? 'folderPathLong' : null)
    expect(refusalOn(windows, path)).toBe(length > 200 ? 'folderPathTooLong' : null)
  })

  test.each([
    ['C:\\Users\\张三\\Desktop', 'folderIsPersonal'],
    ['c:\\users\\张三\\documents\\台账', 'folderIsPersonal'],
    ['C:\\Users\\张三\\Documents2', null],
    ['D:\\台账', null],
  ] as const)('%s warns of %s', (path, warning) => {
    expect(warningOn(windows, path)).toBe(warning)
  })

  test('a drive that may be a stick is warned of', () => {
    expect(warningOn({ ...windows, drive: 'maybeRemovable' }, 'E:\\台账')).toBe('folderMaybeRemovable')
  })
})

describe('folders elsewhere', () => {
  test.each([
    ['/home/张三/.config/邻里台账/ledger', null],
    ['/home/张三/云/台账', 'folderInSyncRoot'],
    ['/home/张三/坚果云/台账', 'folderInSyncRoot'],
    ['/home/é/台账', null],
    ['/home/ends with dot./台账', null],
  ] as const)('%s -> %s', (path, refusal) => {
    expect(refusalOn(posix, path)).toBe(refusal)
  })

  test('accents spelled in two ways are the same folder', () => {
    expect(refusalOn({ ...posix, syncRoots: ['/home/caf\u00e9'] }, '/home/cafe\u0301/x')).toBe(
      'folderInSyncRoot',
    )
  })

  test('Han characters count as the bytes they are', () => {
    const folder = (count: number) => `/${'深'.repeat(80)}/${'深'.repeat(count)}`
    expect(refusalOn(posix, folder(70))).toBeNull()
    expect(refusalOn(posix, folder(71))).toBe('folderPathTooLong')
  })
})

test('a ledger name that leaves no room for its own journal is refused, not found out by SQLite', () => {
  expect(refusalOn({ ...posix, ledgerName: `${'名'.repeat(83)}.db` }, '/home/台账')).toBe('ledgerNameTooLong')
  expect(refusalOn({ ...posix, ledgerName: `${'名'.repeat(60)}.db` }, '/home/台账')).toBeNull()
  expect(refusalOn({ ...windows, ledgerName: `${'名'.repeat(83)}.db` }, 'D:\\')).toBeNull()
})
