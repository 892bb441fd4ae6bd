import { describe, expect, it } from 'vitest'
import { rowAfterKey } from './data-table-keys.ts'

describe('keys in a long list', () => {
  it('go by one row and stop at both ends', () => {
    expect(rowAfterKey('ArrowDown', 3, 10, 5)).toBe(4)
    expect(rowAfterKey('ArrowDown', 9, 10, 5)).toBe(9)
    expect(rowAfterKey('ArrowUp', 0, 10, 5)).toBe(0)
  })

  it('go by one screen and stop at both ends', () => {
    expect(rowAfterKey('PageDown', 2, 10, 5)).toBe(7)
    expect(rowAfterKey('PageDown', 7, 10, 5)).toBe(9)
    expect(rowAfterKey('PageUp', 2, 10, 5)).toBe(0)
  })

  it('go to the first and the last row', () => {
    expect(rowAfterKey('Home', 8, 100_000, 5)).toBe(0)
    expect(rowAfterKey('End', 8, 100_000, 5)).toBe(99_999)
  })

  it('leave an empty list and other keys alone', () => {
    expect(rowAfterKey('End', 0, 0, 5)).toBe(0)
    expect(rowAfterKey('a', 0, 10, 5)).toBeNull()
  })
})
