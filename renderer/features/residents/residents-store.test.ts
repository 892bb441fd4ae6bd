import { beforeEach, expect, test } from 'vitest'
import { mostChosenIds } from '../../../domain/bulk.ts'
import { noFilter } from '../../../domain/no-filter.ts'
import {
  beginStretch,
  changeFilter,
  choose,
  tellOfCopy,
  toggleChosen,
  useResidentsStore,
} from './residents-store.ts'

const selectionNow = () => useResidentsStore.getState().selection
const isTooMany = () => useResidentsStore.getState().isTooMany

const copyNews = () => useResidentsStore.getState().copyNews

beforeEach(() => choose(null))

test('somebody is chosen and no longer chosen, and the last one leaves nothing behind', () => {
  toggleChosen(7)
  toggleChosen(8)
  expect(selectionNow()).toEqual({ kind: 'some', ids: [7, 8] })
  toggleChosen(7)
  toggleChosen(8)
  expect(selectionNow()).toBeNull()
  expect(isTooMany()).toBe(false)
})

test('a stretch that grows shorter again lets go of whom it had reached, but of nobody chosen before', () => {
  toggleChosen(1)
  beginStretch()([5, 6, 7])
  beginStretch()([5, 6])
  expect(selectionNow()).toEqual({ kind: 'some', ids: [1, 5, 6] })
  toggleChosen(9)
  beginStretch()([20])
  expect(selectionNow()).toEqual({ kind: 'some', ids: [1, 5, 6, 9, 20] })
})

test('one more than can be named changes nothing and is said', () => {
  beginStretch()(Array.from({ length: mostChosenIds }, (_, index) => index + 1))
  toggleChosen(mostChosenIds + 1)
  expect(selectionNow()).toMatchObject({ kind: 'some', ids: { length: mostChosenIds } })
  expect(isTooMany()).toBe(true)
  toggleChosen(1)
  expect(isTooMany()).toBe(false)
})

test('everybody but a few, until the list shows other people', () => {
  choose({ kind: 'shown', filter: noFilter, exceptIds: [] })
  toggleChosen(3)
  expect(selectionNow()).toEqual({ kind: 'shown', filter: noFilter, exceptIds: [3] })
  changeFilter({ sort: 'name' })
  expect(selectionNow()).toMatchObject({ exceptIds: [3], filter: { sort: 'name' } })
  changeFilter({ search: '王' })
  expect(selectionNow()).toBeNull()
  changeFilter(noFilter)
})

test.each([
  ['somebody else', () => toggleChosen(1), { kind: 'some', ids: [1] }],
  ['nobody', () => choose(null), null],
  ['another stretch', () => beginStretch()([2, 3]), { kind: 'some', ids: [2, 3] }],
  ['other people to show', () => changeFilter({ search: '王' }), null],
])('a stretch whose rows come late does not undo the choice of %s', (_name, chooseNext, expected) => {
  const chooseLate = beginStretch()
  chooseNext()
  chooseLate([5, 6, 7])
  expect(selectionNow()).toEqual(expected)
  changeFilter(noFilter)
})

test('a copying that ends after another choice is not told beside it', () => {
  toggleChosen(1)
  const copied = selectionNow()
  toggleChosen(2)
  tellOfCopy(copied, '已复制')
  expect(copyNews()).toBeNull()
})

test('what was copied is no longer said once other people are chosen or shown', () => {
  for (const change of [() => beginStretch()([5, 6]), () => changeFilter({ search: '王' })]) {
    tellOfCopy(selectionNow(), '已复制')
    expect(copyNews()).toBe('已复制')
    change()
    expect(copyNews()).toBeNull()
  }
  changeFilter(noFilter)
})
