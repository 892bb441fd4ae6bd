import { expect, it } from 'vitest'
import { nextOffset } from './more-rows.ts'

const page = (length: number, totalCount: number) => ({ totalCount, rows: Array.from({ length }) })

it('reads on to the last row, however many there are', () => {
  const stepSize = 50
  const totalCount = 523
  const pages = [page(stepSize, totalCount)]
  for (let at = nextOffset(pages); at !== null; at = nextOffset(pages))
    pages.push(page(Math.min(stepSize, totalCount - at), totalCount))
  expect(pages.flatMap(({ rows }) => rows)).toHaveLength(523)
  expect(pages).toHaveLength(11)
})

it('ends where nothing is left, also of a list that became shorter', () => {
  expect(nextOffset([page(0, 0)])).toBeNull()
  expect(nextOffset([page(50, 60), page(0, 60)])).toBeNull()
})
