import { expect, test } from 'vitest'
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
