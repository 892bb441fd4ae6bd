import { expect, test } from 'vitest'
import { namePieces } from './name-pieces.ts'

test.each([
  ['王秀英', ['王秀英']],
  ['', ['']],
  ['阿不都·艾力', ['阿不', '都·', '艾力']],
  // Each of these letters takes two units of UTF-16.
  ['𠮷𠮷·𠮷', ['𠮷', '𠮷·', '𠮷']],
  ['甲·乙·丙', ['', '甲·', '', '乙·', '丙']],
])('%s keeps every letter together with the middle dot after it', (name, pieces) => {
  expect(namePieces(name)).toEqual(pieces)
  expect(namePieces(name).join('')).toBe(name)
})
