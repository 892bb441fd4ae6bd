import { expect, it } from 'vitest'
import { secondsToWait } from './sign-in-delay.ts'

const lastAt = '2026-11-25T01:00:00.000Z'
const after = (seconds: number) => new Date(Date.parse(lastAt) + seconds * 1000).toISOString()
const wrong = (count: number) => ({ staffId: 1, count, lastAt })

it('lets four wrong tries pass and then makes people wait 30 seconds, 2 and 10 minutes', () => {
  expect([0, 1, 4].map((count) => secondsToWait(count === 0 ? undefined : wrong(count), lastAt))).toEqual([
    0, 0, 0,
  ])
  expect([5, 6, 7, 50].map((count) => secondsToWait(wrong(count), lastAt))).toEqual([30, 120, 600, 600])
})

it('ends with the time that passed, and never locks for good', () => {
  expect(secondsToWait(wrong(5), after(29.2))).toBe(1)
  expect(secondsToWait(wrong(5), after(30))).toBe(0)
  expect(secondsToWait(wrong(99), after(600))).toBe(0)
})

it('gains nothing and loses nothing but one wait by a clock set back', () => {
  expect(secondsToWait(wrong(6), after(-5 * 365 * 86_400))).toBe(120)
})
