import { expect, test } from 'vitest'
import { figureTable } from './figure-table.ts'
import type { Figure } from './figure.ts'

const start: Figure = {
  name: 'start',
  unit: 'ms',
  ours: 600,
  peer: 400,
  peerName: 'bare',
  target: { kind: 'ratio', most: 1.5 },
  samples: [600],
}

function lastLine(figure: Figure): string {
  return figureTable([figure]).split('\n').at(-1) ?? ''
}

test('the columns stand under their headings', () => {
  expect(figureTable([start, { ...start, name: 'start at 100,000', ours: 1200 }])).toBe(
    [
      'figure               ours  beside it    ratio  target',
      'start              600 ms  400 ms bare   1.50  ratio <= 1.50  met',
      'start at 100,000  1200 ms  400 ms bare   3.00  ratio <= 1.50  MISSED',
    ].join('\n'),
  )
})

test('a value over its own limit is missed, whatever stands beside it', () => {
  expect(lastLine({ ...start, target: { kind: 'value', most: 599 } })).toMatch(/MISSED$/)
})

test('without a peer a ratio is neither met nor missed', () => {
  expect(lastLine({ ...start, peer: null, peerName: 'not installed' })).toMatch(
    /^start +600 ms +not installed +- +ratio <= 1\.50$/,
  )
})

test('a figure without a target is only told', () => {
  expect(lastLine({ ...start, target: null })).toMatch(/1\.50 +-$/)
})
