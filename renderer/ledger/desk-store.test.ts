import { expect, test } from 'vitest'
import { createDeskStore, sitDown } from './desk-store.ts'

const first = { folder: 'D:\\台账', staffId: 1 }

test('what pages remember stays for whoever comes back and is gone for anybody else', () => {
  const search = createDeskStore(() => ({ text: '' }))
  const choice = createDeskStore<{ readonly ids: readonly number[] }>(() => ({ ids: [] }))
  sitDown(first)
  search.setState({ text: '王' })
  choice.setState({ ids: [7] })

  sitDown(first)
  expect([search.getState(), choice.getState()]).toEqual([{ text: '王' }, { ids: [7] }])

  sitDown({ ...first, staffId: 2 })
  expect([search.getState(), choice.getState()]).toEqual([{ text: '' }, { ids: [] }])

  search.setState({ text: '李' })
  sitDown(first)
  expect(search.getState()).toEqual({ text: '' })

  search.setState({ text: '张' })
  sitDown({ ...first, folder: 'D:\\练习' })
  expect(search.getState()).toEqual({ text: '' })
})
