import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const resource = (name: string) => readFileSync(resolve(import.meta.dirname, '../../resources', name))
const pngHead = '89504e470d0a1a0a'

test('the icon of the Windows program has every size from 16 to 256, the largest packed', () => {
  const ico = resource('icon.ico')
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1])
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + index * 16
    const start = ico.readUInt32LE(entry + 12)
    return { edge: ico.readUInt8(entry) || 256, head: ico.subarray(start, start + 8).toString('hex') }
  })
  expect(entries.map(({ edge }) => edge)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256])
  expect(entries.map(({ head }) => head === pngHead)).toEqual([...Array<boolean>(8).fill(false), true])
})

test('the icon of the window is 512 pixels wide and high', () => {
  const png = resource('icon.png')
  expect(png.subarray(0, 8).toString('hex')).toBe(pngHead)
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([512, 512])
})
