import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskAroundRun } from './search-hit.ts'

it('shows the typed run alone, without its place in the number', () => {
  expect(maskAroundRun('13912345678', '5678')).toBe('****5678')
  expect(maskAroundRun('13912345678', '139')).toBe('139****')
  expect(maskAroundRun('13912345678', '1234')).toBe('****1234****')
  expect(maskAroundRun('13912345678', '2345')).toBe('****2345****')
  expect(maskAroundRun('13912345678', '13912345678')).toBe('139****5678')
  expect([maskAroundRun('139', ''), maskAroundRun('139', '4'), maskAroundRun('', '4')]).toEqual(
    Array(3).fill('****'),
  )
})

it('never shows a digit that was not typed', () => {
  const digits = fc.stringMatching(/^\d{0,20}$/)
  fc.assert(
    fc.property(digits, digits, (number, run) => {
      const shown = maskAroundRun(number, run).replaceAll('*', '')
      expect(shown === '' || shown === run).toBe(true)
    }),
  )
})
