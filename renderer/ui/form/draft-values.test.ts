import { expect, test } from 'vitest'
import { changedFields, withKept } from './draft-values.ts'

const blank = {
  name: '',
  birthWhen: null as string | null,
  isKept: true,
  lunar: { year: '', month: null as string | null },
  phones: [] as { number: string; note: string }[],
  ruleIds: ['1'],
}
const rows = { phones: { number: '', note: '' } }
const filled = {
  ...blank,
  name: '王秀英',
  birthWhen: '1950',
  lunar: { year: '1950', month: '3' },
  phones: [{ number: '139', note: '' }],
  ruleIds: ['1', '2'],
}

test('only what was changed is kept, and nothing when nothing was', () => {
  expect(changedFields(blank, blank)).toBeNull()
  expect(changedFields({ ...blank, name: '王' }, blank)).toEqual({ name: '王' })
})

test('what was kept comes back, and every other field stays as the record has it now', () => {
  const stored: unknown = JSON.parse(JSON.stringify(changedFields(filled, blank)))
  const now = { ...blank, isKept: false }
  expect(withKept(now, stored as Record<string, unknown>, rows)).toEqual({ ...filled, isKept: false })
})

test('what another version kept in another shape is left out', () => {
  for (const stored of [
    { name: 7 },
    { isKept: 'yes' },
    { lunar: { year: '1950' } },
    { lunar: 'x' },
    { phones: [{ number: '139' }] },
    { phones: 'x' },
    { ruleIds: [1] },
    { unknown: 'x' },
  ])
    expect(withKept(blank, stored, rows)).toEqual(blank)
})
