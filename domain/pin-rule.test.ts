import { expect, test } from 'vitest'
import { isSimplePin } from './pin-rule.ts'

test.each(['000000', '777777', '123456', '987654'])('%s is what a passer-by would try', (pin) => {
  expect(isSimplePin(pin)).toBe(true)
})

test.each(['314159', '246810', '112233', '123457', '135790'])('%s is not', (pin) => {
  expect(isSimplePin(pin)).toBe(false)
})
