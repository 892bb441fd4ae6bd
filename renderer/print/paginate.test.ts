import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paginate, type RowGroup, type SheetLine } from './paginate.ts'

const measure = { bodyHeight: 100, headingHeight: 8 }

function rowsOf(sheet: readonly SheetLine[]): readonly number[] {
  return sheet.flatMap((line) => (line.kind === 'row' ? [line.index] : []))
}

function groupsOf(...sizes: readonly (readonly number[])[]): readonly RowGroup[] {
  return sizes.map((rowHeights) => ({ rowHeights }))
}

describe('paginate', () => {
  test('no rows make no sheets', () => {
    expect(paginate([], measure)).toEqual([])
    expect(paginate(groupsOf([]), measure)).toEqual([])
  })

  test('a sheet is filled to the last unit and not beyond', () => {
    const sheets = paginate(groupsOf([46, 46, 92, 1]), measure)
    expect(sheets.map(rowsOf)).toEqual([[0, 1], [2], [3]])
  })

  test('a heading is never left alone at the foot of a sheet', () => {
    const sheets = paginate(groupsOf([40, 40], [10]), measure)
    expect(sheets).toEqual([
      [
        { kind: 'heading', groupIndex: 0, isContinued: false },
        { kind: 'row', index: 0 },
        { kind: 'row', index: 1 },
      ],
      [
        { kind: 'heading', groupIndex: 1, isContinued: false },
        { kind: 'row', index: 2 },
      ],
    ])
  })

  test('a group that goes on overleaf says so there', () => {
    const sheets = paginate(groupsOf([50, 50]), measure)
    expect(sheets[1]?.[0]).toEqual({ kind: 'heading', groupIndex: 0, isContinued: true })
  })

  test('a row taller than the sheet gets a sheet of its own', () => {
    expect(paginate(groupsOf([10, 300, 10]), measure).map(rowsOf)).toEqual([[0], [1], [2]])
  })
})

const groupsArbitrary = fc.array(fc.array(fc.integer({ min: 9, max: 130 }), { maxLength: 12 }), {
  maxLength: 8,
})

/** An independent model: the lines of a sheet are decided by what the sheet would hold, counted anew each time. */
function modelPageOfRows(groupSizes: readonly (readonly number[])[]): readonly number[] {
  const rows = groupSizes.flatMap((heights, groupIndex) => heights.map((height) => ({ height, groupIndex })))
  const heightOf = (from: number, to: number) => {
    const held = rows.slice(from, to + 1)
    const headings = new Set(held.map((row) => row.groupIndex)).size
    return held.reduce((sum, row) => sum + row.height, headings * measure.headingHeight)
  }
  const pageOfRow: number[] = []
  let from = 0
  let page = 0
  for (let to = 0; to < rows.length; to += 1) {
    if (to > from && heightOf(from, to) > measure.bodyHeight) {
      from = to
      page += 1
    }
    pageOfRow.push(page)
  }
  return pageOfRow
}

describe('paginate on any rows', () => {
  test('every row lands on the sheet the model says, once and in order', () => {
    fc.assert(
      fc.property(groupsArbitrary, (sizes) => {
        const sheets = paginate(groupsOf(...sizes), measure)
        const pageOfRow = sheets.flatMap((sheet, page) => rowsOf(sheet).map(() => page))
        expect(sheets.flatMap(rowsOf)).toEqual(pageOfRow.map((_, index) => index))
        expect(pageOfRow).toEqual(modelPageOfRows(sizes))
      }),
    )
  })

  test('no sheet overflows unless one row alone is too tall, and none is empty', () => {
    fc.assert(
      fc.property(groupsArbitrary, (sizes) => {
        const heights = sizes.flat()
        for (const sheet of paginate(groupsOf(...sizes), measure)) {
          const rows = rowsOf(sheet)
          const headingCount = sheet.length - rows.length
          const height = rows.reduce(
            (sum, index) => sum + (heights[index] ?? 0),
            headingCount * measure.headingHeight,
          )
          expect(rows.length).toBeGreaterThan(0)
          expect(sheet[0]?.kind).toBe('heading')
          expect(sheet.at(-1)?.kind).toBe('row')
          expect(rows.length === 1 || height <= measure.bodyHeight).toBe(true)
        }
      }),
    )
  })
})
