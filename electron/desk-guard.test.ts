import { expect, test } from 'vitest'
import { startDeskGuard } from './desk-guard.ts'

/** A desk whose owner signs in at second 0, with clocks that stand in the test's hands. */
function aDesk({ idleLimitMinutes = 5 } = {}) {
  let state: 'open' | 'covered' | 'left' = 'open'
  let second = 0
  let systemIdleSince = 0
  const guard = startDeskGuard({
    desk: {
      state: () => state,
      idleLimitMinutes: () => idleLimitMinutes,
      cover: () => (state = 'covered'),
      giveUp: () => (state = 'left'),
    },
    elapsedMs: () => second * 1000,
    systemIdleSeconds: () => second - systemIdleSince,
  })
  return {
    touched: guard.touched,
    pcTouched: () => (systemIdleSince = second),
    uncovered: () => (state = 'open'),
    stateAt: (next: number) => {
      second = next
      guard.check()
      return state
    },
  }
}

test('a desk is covered after five minutes without a hand, not before', () => {
  const desk = aDesk()
  expect([299, 301].map((second) => desk.stateAt(second))).toEqual(['open', 'covered'])
})

test('the limit is the one that is set', () => {
  expect([59, 61].map(aDesk({ idleLimitMinutes: 1 }).stateAt)).toEqual(['open', 'covered'])
  expect([1799, 1801].map(aDesk({ idleLimitMinutes: 30 }).stateAt)).toEqual(['open', 'covered'])
})

test('a hand in the window counts where the system saw none, and the other way round', () => {
  const inWindow = aDesk()
  inWindow.stateAt(200)
  inWindow.touched()
  expect([499, 501].map(inWindow.stateAt)).toEqual(['open', 'covered'])
  const elsewhere = aDesk()
  elsewhere.stateAt(200)
  elsewhere.pcTouched()
  expect([499, 501].map(elsewhere.stateAt)).toEqual(['open', 'covered'])
})

test('a covered desk is given up after half an hour, counted from the last time it was covered', () => {
  const desk = aDesk()
  expect(desk.stateAt(301)).toBe('covered')
  expect(desk.stateAt(303)).toBe('covered')
  expect(desk.stateAt(303 + 1799)).toBe('covered')
  desk.uncovered()
  desk.touched()
  desk.stateAt(2200)
  expect(desk.stateAt(2600)).toBe('covered')
  expect(desk.stateAt(2602)).toBe('covered')
  expect([2602 + 1799, 2602 + 1801].map(desk.stateAt)).toEqual(['covered', 'left'])
})

test('after a sleep that the clock counted, the first look covers the desk', () => {
  const desk = aDesk()
  desk.stateAt(10)
  expect(desk.stateAt(40_000)).toBe('covered')
})
