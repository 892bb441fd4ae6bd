import { expect, test, vi } from 'vitest'
import { blankPhone } from './resident-form-rows.ts'

// The module's neighbours look for the bridge that only a window has.
vi.stubGlobal('window', { ledger: {}, ledgerEvents: {} })
const { withPresentHandles } = await import('./use-resident-draft.ts')

const kept = (handle: string, numberMasked: string, note = '') => ({
  ...blankPhone,
  handle,
  numberMasked,
  note,
})
const present = (handle: string, numberMasked: string) => ({ handle, numberMasked })

test('numbers of the ledger get the handles of this start, typed ones stay, and one that is gone stays gone', () => {
  const phones = [
    kept('old1', '138****1', '女儿'),
    { ...blankPhone, number: '139' },
    kept('old2', '137****2'),
  ]
  expect(withPresentHandles(phones, [present('new1', '138****1')])).toEqual([
    kept('new1', '138****1', '女儿'),
    { ...blankPhone, number: '139' },
  ])
})

test('two numbers that look alike masked are not taken for one', () => {
  const phones = [kept('a', '138****1'), kept('b', '138****1')]
  const now = [present('x', '138****1'), present('y', '138****1')]
  expect(withPresentHandles(phones, now).map(({ handle }) => handle)).toEqual(['x', 'y'])
})
