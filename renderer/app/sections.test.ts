import { describe, expect, test } from 'vitest'
import { isWithin, tabOf, type SectionTab } from './sections.ts'

const tab = (path: string): SectionTab => ({ path, label: path, channel: 'visitRound.list' })
const tabs = [tab('/visits'), tab('/visits/due')]

describe('the tab of an address', () => {
  test('is the one that says most', () => {
    expect(tabOf(tabs, '/visits')?.path).toBe('/visits')
    expect(tabOf(tabs, '/visits/due')?.path).toBe('/visits/due')
  })

  test('holds the pages below it', () => {
    expect(tabOf(tabs, '/visits/12')?.path).toBe('/visits')
    expect(tabOf(tabs, '/visits/due/3')?.path).toBe('/visits/due')
  })

  test('is none elsewhere, also where only the letters agree', () => {
    expect(tabOf(tabs, '/visitsabc')).toBeUndefined()
    expect(tabOf(tabs, '/counts')).toBeUndefined()
  })
})

test('the start of the window is the list of residents', () => {
  expect(isWithin('/', '/residents')).toBe(true)
  expect(isWithin('/', '/visits')).toBe(false)
})
