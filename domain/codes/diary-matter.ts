/** What an entry of the diary is about. Source: own codes, after the headings diaries of communities use; no standard. */
export const diaryMatters = {
  livelihood: '民生',
  neighbours: '邻里',
  environment: '环境',
  safety: '治安',
  health: '健康',
  policy: '政策咨询',
  other: '其他',
} as const satisfies Record<string, string>
export type DiaryMatter = keyof typeof diaryMatters

// Object.keys forgets the key type; the table is closed.
export const diaryMatterCodes = Object.keys(diaryMatters) as readonly DiaryMatter[]
