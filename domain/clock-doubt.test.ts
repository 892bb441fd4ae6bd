import { describe, expect, it } from 'vitest'
import { isClockBehind, isClockDoubtful } from './clock-doubt.ts'

const at = (text: string) => Date.parse(text)
const last = at('2026-11-25T08:00:00Z')

describe('a clock in doubt', () => {
  it.each([
    ['an empty battery', '2009-01-01T00:00:05Z', last],
    ['an empty battery on a new PC', '2009-01-01T00:00:05Z', null],
    ['two days back', '2026-11-23T08:00:00Z', last],
    ['more than a year ahead', '2028-01-01T08:00:00Z', last],
  ])('is %s', (_name, now, lastMs) => {
    expect(isClockDoubtful(at(now), lastMs)).toBe(true)
  })

  it.each([
    ['right', '2026-11-25T08:00:01Z', last],
    ['right on a new PC', '2026-11-25T08:00:01Z', null],
    ['corrected by an hour', '2026-11-25T07:00:00Z', last],
    ['right after a long summer', '2027-09-01T08:00:00Z', last],
  ])('is none that is %s', (_name, now, lastMs) => {
    expect(isClockDoubtful(at(now), lastMs)).toBe(false)
  })

  it('stands behind from five minutes on', () => {
    expect(isClockBehind(last - 5 * 60_000, last)).toBe(false)
    expect(isClockBehind(last - 5 * 60_000 - 1, last)).toBe(true)
  })
})
