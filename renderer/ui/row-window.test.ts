import { describe, expect, it } from 'vitest'
import { windowLimit, windowOffset } from './row-window.ts'

describe('the window of rows that is held', () => {
  it('starts at the top for the first screen', () => {
    expect(windowOffset(0, 20)).toBe(0)
  })

  it('always holds every visible row of a tall screen', () => {
    for (let first = 0; first < 2000; first += 1) {
      const last = first + 48
      const offset = windowOffset(first, last)
      expect(offset).toBeLessThanOrEqual(first)
      expect(offset + windowLimit).toBeGreaterThan(last)
    }
  })

  it('moves in steps, so that scrolling by a row asks for nothing', () => {
    expect(windowOffset(200, 220)).toBe(windowOffset(201, 221))
  })
})
