import { expect, test } from 'vitest'
import { regionCodeHelp } from './region-code.zh.ts'

test.each([
  ['', /可以不填/],
  ['61010300500', /可以不填/],
  ['610103005001', /^陕西省，是居民委员会/],
  ['610103005201', /^陕西省，是村民委员会.*核对/],
  ['990103005001', /不合.*核对/],
])('of %j is said what it stands for', (text, help) => {
  expect(regionCodeHelp(text)).toMatch(help)
})
