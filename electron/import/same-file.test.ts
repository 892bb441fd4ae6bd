import { copyFileSync, linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { isSameFile } from './same-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'linli 名册-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => join(folder, name)
writeFileSync(at('名单.xlsx'), '甲')
mkdirSync(at('sub'))
linkSync(at('名单.xlsx'), at('sub/另一个名字.xlsx'))
copyFileSync(at('名单.xlsx'), at('副本.xlsx'))
symlinkSync(folder, at('门'), 'junction')

test.each([
  ['by its own path', '名单.xlsx', true],
  ['by way of another folder', '门/名单.xlsx', true],
  ['by another name', 'sub/另一个名字.xlsx', true],
  ['as its copy', '副本.xlsx', false],
  ['as a file that is still to be written', '新.xlsx', false],
])('a file is found %s: %s', async (_how, path, isSame) => {
  expect(await isSameFile(at('名单.xlsx'), at(path))).toBe(isSame)
  expect(await isSameFile(at(path), at('名单.xlsx'))).toBe(isSame)
})

test('two paths without a file are not one', async () => {
  expect(await isSameFile(at('新.xlsx'), at('新.xlsx'))).toBe(false)
})
