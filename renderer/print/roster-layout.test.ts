import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readyRosterKeys } from '../../domain/ready-roster-key.ts'
import { rosterFieldLabel } from '../../domain/labels/roster.zh.ts'
import { plainColumn, readyRosters } from '../../domain/ready-rosters.ts'
import { rosterFields, type RosterField } from '../../domain/roster-column.ts'
import {
  rosterFontSizes,
  rosterGroupings,
  rosterOrientations,
  rosterRowHeights,
  type Roster,
  type RosterList,
} from '../../domain/roster.ts'
import type { TextType } from './measure-texts.ts'
import { layOutRoster, type RosterLayout, type RosterRuler } from './roster-layout.ts'
import { lineText } from './roster-lines.ts'
import type { RosterLine } from './roster-pages.ts'
import { rosterMm } from './roster-size.ts'
import { rosterWidths } from './roster-widths.ts'

/** Type of three widths: a Chinese character is as wide as it is high, any other half of it, a star still less. */
const widthOf = (text: string, { fontSizePt }: TextType) =>
  Array.from(text).reduce(
    (sum, character) => sum + (character > '\u2e7f' ? 1 : character === '*' ? 0.3 : 0.5),
    0,
  ) *
  fontSizePt *
  0.3528
const ruler: RosterRuler = {
  widthOf,
  heightsOf: (texts, widthMm, type) =>
    new Map(
      [...texts].map((text) => [
        text,
        Math.max(1, Math.ceil(widthOf(text, type) / Math.max(widthMm, type.fontSizePt * 0.3528))) *
          type.lineHeightMm,
      ]),
    ),
}

function aList({ columns }: Roster, rows: RosterList['rows']): RosterList {
  return {
    committeeName: '幸福里社区居民委员会',
    printedOn: '2026-11-25',
    referenceOn: '2026-11-25',
    columnNames: columns.map(({ field }) => rosterFieldLabel(field, [])),
    stamp: null,
    rows,
  }
}

function filled(roster: Roster, count: number, cell = '王秀英', group = ''): RosterList {
  return aList(
    roster,
    Array.from({ length: count }, () => ({ group, cells: roster.columns.map(() => cell) })),
  )
}

/** As long as they come. */
const longest: Partial<Record<RosterField, string>> = {
  serial: '10000',
  sex: '女',
  age: '100',
  birthWhen: '1949-12-31',
  idNumber: '610103195001011037',
  firstPhone: '029-88881234',
  disabilityCardNumber: '61010319500101103741B1',
  blank: '',
}

/** As long as a building's name may be. */
const longBuilding = '幸福'.repeat(30)

const columnArbitrary = fc.record({
  field: fc.constantFrom(...rosterFields),
  heading: fc.string({ maxLength: 30 }),
  widthMm: fc.option(fc.integer({ min: 8, max: 80 })),
})
const rosterArbitrary: fc.Arbitrary<Roster> = fc.record({
  title: fc.string({ minLength: 1, maxLength: 60 }),
  subtitle: fc.string({ maxLength: 120 }),
  signatures: fc.array(fc.string({ minLength: 1, maxLength: 24 }), { maxLength: 5 }),
  people: fc.constant(readyRosters.residents.people),
  referenceOn: fc.constant(null),
  columns: fc.array(columnArbitrary, { minLength: 1, maxLength: 16 }),
  paper: fc.constantFrom('A4', 'A3'),
  orientation: fc.constantFrom(...rosterOrientations),
  fontSizePt: fc.constantFrom(...rosterFontSizes),
  rowHeight: fc.constantFrom(...rosterRowHeights),
  grouping: fc.constantFrom(...rosterGroupings),
  hasPageBreaks: fc.boolean(),
  hasSubtotals: fc.boolean(),
  numbers: fc.constant('masked'),
})
const caseArbitrary = rosterArbitrary.chain((roster) =>
  fc.record({
    roster: fc.constant(roster),
    rows: fc.array(
      fc.record({
        group: roster.grouping === 'none' ? fc.constant('') : fc.constantFrom('1号楼', longBuilding, ''),
        cells: fc.array(fc.string({ maxLength: 60 }), {
          minLength: roster.columns.length,
          maxLength: roster.columns.length,
        }),
      }),
      { maxLength: 60 },
    ),
  }),
)

function rowsOn(layout: RosterLayout, page: number): number[] {
  return (layout.sheets[page] ?? []).flatMap((line) => (line.kind === 'row' ? [line.index] : []))
}

/** The height a line takes where it is drawn, which is never less than its text needs. */
function drawnMm(line: RosterLine, layout: RosterLayout): number {
  if (line.kind === 'row') return layout.rowHeightsMm[line.index] ?? 0
  const text = lineText(line, layout.groups)
  const tableMm = layout.columns.reduce((sum, { widthMm }) => sum + widthMm, 0)
  const textMm = ruler.heightsOf(new Set([text]), tableMm - 4, layout.types.heading).get(text) ?? 0
  return Math.max(layout.headingMm, textMm)
}

describe('any roster', () => {
  test('has every person once and in order, or says why it has none', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ roster, rows }) => {
        const layout = layOutRoster(roster, aList(roster, rows), ruler)
        const drawn = layout.sheets.flatMap((_, page) => rowsOn(layout, page))
        if (layout.problem === null) expect(drawn).toEqual(rows.map((_, index) => index))
        else expect(layout.sheets).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('has every column once and in order, within the sheet and as wide as it was set', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ roster, rows }) => {
        const layout = layOutRoster(roster, aList(roster, rows), ruler)
        expect(layout.columns.map(({ field }) => field)).toEqual(roster.columns.map(({ field }) => field))
        const sum = layout.columns.reduce((all, { widthMm }) => all + widthMm, 0)
        if (layout.problem?.kind === 'tooWide') {
          expect(sum).toBeGreaterThan(layout.size.roomMm)
          expect(layout.problem.columnIndexes.length).toBeGreaterThan(0)
          return
        }
        expect(sum).toBeLessThanOrEqual(layout.size.roomMm + 0.001)
        roster.columns.forEach(({ widthMm }, index) => {
          if (widthMm !== null) expect(layout.columns[index]?.widthMm).toBe(widthMm)
        })
      }),
      { numRuns: 300 },
    )
  })

  test('overflows no sheet, and no sum or heading is parted from its rows', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ roster, rows }) => {
        const layout = layOutRoster(roster, aList(roster, rows), ruler)
        for (const [page, sheet] of layout.sheets.entries()) {
          const own = rowsOn(layout, page)
          expect(own.length).toBeGreaterThan(0)
          const heights = sheet.map((line) => drawnMm(line, layout))
          const headMm =
            ruler
              .heightsOf(new Set([layout.title]), layout.size.roomMm, layout.types.title)
              .get(layout.title) ?? 0
          const used =
            rosterMm.top +
            headMm +
            layout.headerMm +
            heights.reduce((sum, height) => sum + height, 0) +
            layout.signatureLines.length * rosterMm.signLine +
            rosterMm.footer +
            rosterMm.bottom
          expect(used).toBeLessThanOrEqual(layout.size.heightMm)
          expect(sheet[0]?.kind).toBe(roster.grouping === 'none' ? 'row' : 'heading')
          expect(sheet.at(-1)?.kind).not.toBe('heading')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('counts its groups and everybody where sums are wanted', () => {
    fc.assert(
      fc.property(caseArbitrary, ({ roster, rows }) => {
        const layout = layOutRoster(roster, aList(roster, rows), ruler)
        if (layout.problem !== null || rows.length === 0) return
        const sums = layout.sheets.flat().filter(({ kind }) => kind === 'sum').length
        const groupSums = roster.grouping === 'none' ? 0 : layout.groups.length
        expect(sums).toBe(roster.hasSubtotals ? groupSums + 1 : 0)
        expect(layout.groups.reduce((sum, { rowCount }) => sum + rowCount, 0)).toBe(rows.length)
        const hasBreaks = roster.hasPageBreaks && roster.grouping !== 'none'
        if (hasBreaks) expect(layout.sheets.length).toBeGreaterThanOrEqual(layout.groups.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('a roster that comes with the program', () => {
  test.each(readyRosterKeys)('%s has room on its paper for whole numbers and long texts', (key) => {
    const roster = readyRosters[key]
    const cells = roster.columns.map(({ field }) => longest[field] ?? '阿不都热合曼·买买提明'.repeat(4))
    expect(layOutRoster(roster, aList(roster, [{ group: '', cells }]), ruler).problem).toBeNull()
  })

  test.each([
    [0, 0],
    [1, 1],
    [20, 1],
    [21, 1],
    [22, 2],
    [500, 24],
  ])('of %i people has %i pages', (count, pageCount) => {
    const { residents } = readyRosters
    expect(layOutRoster(residents, filled(residents, count), ruler).sheets).toHaveLength(pageCount)
  })
})

test('a heading too long for a narrow table gets as many lines as it needs', () => {
  const roster = {
    ...readyRosters.residents,
    columns: [plainColumn('name'), plainColumn('blank')].map((column) => ({ ...column, widthMm: 20 })),
    grouping: 'building',
    hasSubtotals: false,
    fontSizePt: 10.5,
  } as const
  const layout = layOutRoster(roster, filled(roster, 60, '王秀英', longBuilding), ruler)
  // 64.5 characters of 3.704 mm with the number of people, on 35.4 mm: seven lines of 4.6 mm.
  expect(layout.headingMm).toBeCloseTo(7 * 4.6 + 2 * rosterMm.cellPaddingY)
  expect(layout.sheets.length).toBeGreaterThan(1)
})

describe('what has no room', () => {
  const wide = {
    ...readyRosters.residents,
    columns: Array.from({ length: 20 }, () => plainColumn('idNumber')),
  }

  test('is named by its columns, from the first that goes over the edge', () => {
    const layout = layOutRoster(wide, filled(wide, 1, '610103195001011037'), ruler)
    // 18 digits of 1.85 mm and the padding: seven of them have room on 270 mm.
    expect(layout.problem).toMatchObject({
      kind: 'tooWide',
      columnIndexes: Array.from({ length: 13 }, (_, index) => index + 7),
    })
  })

  test('is a text longer than a sheet, by its row and column', () => {
    const roster = {
      ...readyRosters.residents,
      columns: [plainColumn('name'), { ...plainColumn('note'), widthMm: 60 }],
    }
    const list = filled(roster, 2, '短')
    const long = { group: '', cells: ['王秀英', '长'.repeat(2000)] }
    const layout = layOutRoster(roster, { ...list, rows: [...list.rows, long] }, ruler)
    expect(layout.problem).toEqual({ kind: 'tooTall', rowIndex: 2, columnIndex: 1 })
  })
})

test('masked and whole numbers turn the page at the same place', () => {
  const roster = readyRosters.residents
  const masked = layOutRoster(roster, filled(roster, 60, '610***********1037'), ruler)
  const whole = layOutRoster(roster, filled(roster, 60, '610103195001011037'), ruler)
  expect(masked.sheets).toEqual(whole.sheets)
  expect(masked.columns).toEqual(whole.columns)
})

describe('widths', () => {
  test('fill the room, and spare room goes to the columns to write in', () => {
    const need = { leastMm: 10, usualMm: 15, wishedMm: 20, setMm: null, isForWriting: false }
    const fitted = rosterWidths([need, { ...need, isForWriting: true }, { ...need, setMm: 30 }], 200)
    expect(fitted).toEqual({ widths: [20, 150, 30] })
  })

  test('never go below what is needed nor beyond the room', () => {
    const needArbitrary = fc.record({
      leastMm: fc.double({ min: 1, max: 60, noNaN: true }),
      usualMm: fc.double({ min: 1, max: 300, noNaN: true }),
      wishedMm: fc.double({ min: 1, max: 300, noNaN: true }),
      setMm: fc.option(fc.integer({ min: 8, max: 90 })),
      isForWriting: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(needArbitrary, { minLength: 1, maxLength: 20 }), (needs) => {
        const fitted = rosterWidths(needs, 270)
        const least = needs.map(({ leastMm, setMm }) => setMm ?? leastMm)
        if (!('widths' in fitted)) {
          expect(least.reduce((sum, width) => sum + width, 0)).toBeGreaterThan(270)
          return
        }
        expect(fitted.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(270.001)
        fitted.widths.forEach((width, index) =>
          expect(width).toBeGreaterThanOrEqual((least[index] ?? 0) - 0.011),
        )
      }),
    )
  })
})
