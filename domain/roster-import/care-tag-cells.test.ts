import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, asCalendarDate } from '../calendar-date.ts'
import { careTags, type CareTag } from '../codes/care-tag.ts'
import { anyText } from '../testing/any-text.ts'
import { readCareTags } from './care-tag-cells.ts'
import { newIssueList } from './row-issues.ts'

/** Shape: tag, its days, and ? for each kind of finding. */
function tagsOf(...cells: readonly string[]): string[] {
  const list = newIssueList()
  const { careTags, livingFromTags } = readCareTags(cells, list)
  return [
    ...careTags.map(({ careTag, fromOn, toOn }) => [careTag, fromOn ?? '', toOn ?? ''].join(' ').trimEnd()),
    ...(livingFromTags === null ? [] : [`lives ${livingFromTags}`]),
    ...list.issues.map(({ code }) => `?${code}`),
  ]
}

test.each<[string, readonly string[]]>([
  ['低保、残疾', ['lowIncome', 'disabled']],
  ['低保\n残疾人；党员', ['lowIncome', 'disabled', 'partyMember']],
  ['低保 残疾', ['lowIncome', 'disabled']],
  ['党　员', ['partyMember']],
  ['残疾（2021.3.5—2031.3.4）', ['disabled 2021-03-05 2031-03-04']],
  ['残疾(2021-03-05至2031-03-04)', ['disabled 2021-03-05 2031-03-04']],
  ['残疾（2021/3/5-2031/3/4）、低保', ['disabled 2021-03-05 2031-03-04', 'lowIncome']],
  ['残疾【20210305～20310304】', ['disabled 2021-03-05 2031-03-04']],
  ['残疾（有效期至2028年2月）', ['disabled  2028-02-29']],
  ['残疾（至2026年）', ['disabled  2026-12-31']],
  ['低保（2024年1月起）', ['lowIncome 2024-01-01']],
  ['低保（自2024年1月15日起）', ['lowIncome 2024-01-15']],
  ['低保2024年起', ['lowIncome 2024-01-01']],
  ['低保2023.7至今', ['lowIncome 2023-07-01']],
  ['2024年1月起低保；志愿者', ['lowIncome 2024-01-01', 'volunteer']],
  ['低保（2024.1、已复核）', ['lowIncome', '?careTagRemarkUnread']],
  ['残疾（肢体三级）', ['disabled', '?careTagRemarkUnread']],
  ['低保（2024年13月起）', ['lowIncome', '?careTagRemarkUnread']],
  ['残疾（2031.3.4-2021.3.5）', ['disabled', '?careTagRemarkUnread']],
  ['爱好者（2024年起）', ['?careTagUnknown']],
  ['独居老人、低保', ['lowIncome', 'lives alone']],
  ['与配偶同住（空巢）', ['lives withSpouse']],
  ['无', []],
  ['/', []],
])('%j is read as %j', (cell, expected) => {
  expect(tagsOf(cell)).toEqual(expected)
})

test('several columns add up, each tag once', () => {
  expect(tagsOf('低保', '低保（2024年1月起）、残疾')).toEqual(['lowIncome 2024-01-01', 'disabled'])
})

// Object.keys forgets the key type; the table is closed.
const allTags = Object.keys(careTags) as CareTag[]
const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(asCalendarDate('1990-01-01'), days))
const aPeriod = fc.record({ fromOn: fc.option(aDay), toOn: fc.option(aDay) }).filter(isForward)
const tagList = fc.uniqueArray(fc.record({ careTag: fc.constantFrom(...allTags), period: aPeriod }), {
  minLength: 1,
  maxLength: 6,
  selector: ({ careTag }) => careTag,
})

function isForward({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }): boolean {
  return fromOn === null || toOn === null || fromOn <= toOn
}

/** As an office writes it beside the tag. */
function written({ fromOn, toOn }: { fromOn: string | null; toOn: string | null }): string {
  if (fromOn !== null && toOn !== null) return `（${fromOn}至${toOn}）`
  if (fromOn !== null) return `（${fromOn}起）`
  return toOn === null ? '' : `（至${toOn}）`
}

test('tags with their days are read as they were printed', () => {
  fc.assert(
    fc.property(tagList, fc.constantFrom('、', '；', ',', '\n', '/'), (list, separator) => {
      const text = list.map(({ careTag, period }) => careTags[careTag] + written(period)).join(separator)
      const issues = newIssueList()
      expect(readCareTags([text], issues).careTags).toEqual(
        list.map(({ careTag, period }) => ({ careTag, ...period })),
      )
      expect(issues.issues).toEqual([])
    }),
  )
})

test('whatever the cells hold, each tag comes once, its days forward, and the rest is named', () => {
  const cell = fc.oneof(
    anyText('低保残疾党员独居（）()0123456789年月日至起-、，/ \n无', 30),
    fc.double(),
    fc.constantFrom(null, { dateOn: '2026-01-01' }),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 4 }), (cells) => {
      const issues = newIssueList()
      const read = readCareTags(cells, issues).careTags
      expect(new Set(read.map(({ careTag }) => careTag)).size).toBe(read.length)
      expect(read.every(isForward)).toBe(true)
      for (const { code, field } of issues.issues) {
        expect(['careTagUnknown', 'careTagRemarkUnread']).toContain(code)
        expect(field).toBe('careTags')
      }
    }),
    { numRuns: 2000 },
  )
})
