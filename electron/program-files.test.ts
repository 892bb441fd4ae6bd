import { createPackageWithOptions } from '@electron/asar'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { damagedProgramFile } from './program-files.ts'

let folder: string
let archive: string
let native: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'linli-program-'))
  const source = join(folder, 'source')
  mkdirSync(join(source, 'out'), { recursive: true })
  mkdirSync(join(source, 'node_modules', 'driver'), { recursive: true })
  writeFileSync(join(source, 'out', 'main.js'), 'export {}')
  writeFileSync(join(source, 'node_modules', 'driver', 'linux-x64.node'), Buffer.alloc(50_000, 7))
  archive = join(folder, 'app.asar')
  await createPackageWithOptions(source, archive, { unpack: '**/*.node' })
  native = join(`${archive}.unpacked`, 'node_modules', 'driver', 'linux-x64.node')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a program as it was packed is whole', () => {
  expect(damagedProgramFile(archive)).toBe(null)
})

const spoilings: Readonly<Record<string, () => void>> = {
  missing: () => rmSync(native),
  empty: () => writeFileSync(native, ''),
  'cut off': () => writeFileSync(native, readFileSync(native).subarray(0, 30_000)),
  'one bit off': () => {
    const bytes = readFileSync(native)
    bytes.writeUInt8((bytes[40_000] ?? 0) ^ 1, 40_000)
    writeFileSync(native, bytes)
  },
}
for (const [name, spoil] of Object.entries(spoilings)) {
  test(`a file that is ${name} is named without its folder`, () => {
    spoil()
    expect(damagedProgramFile(archive)).toBe('linux-x64.node')
  })
}
