import type { SealedMatter, SealedMatterKind } from '../sealed-matter.ts'
import { grouped } from './grouped.ts'

export const sealedMatterKindLabels = {
  mentalDisorder: '精神障碍',
  resettlementHelp: '安置帮教',
  communityCorrection: '社区矫正',
} as const satisfies Record<SealedMatterKind, string>

/** Words of what only the sealed circle sees. */
export const sealedLabels = {
  title: '保密事项',
  hint: '只有主任指定的保密人员看得到这一栏。查看和修改都会记入操作记录。',
  show: '查看保密事项',
  hide: '收起',
  fromOn: '开始日期',
  toOn: '结束日期',
  datePlaceholder: '例如 2026-11-1，可不填',
  note: '说明',
  fieldOf: (kind: string, field: string) => `${kind}的${field}`,
  save: '保存保密事项',
  saved: '保密事项已保存。',
  none: '没有登记保密事项。需要登记的，请勾选后填写。',
  list: {
    open: '保密事项名单',
    title: '有保密事项的居民',
    text: '只有主任指定的保密人员看得到这张名单。每次查看都会记入操作记录，名单显示一分钟后自动隐藏。',
    show: '查看名单',
    hide: '收起名单',
    count: (count: number) => `共 ${grouped(count)} 人`,
    empty: '没有人登记过保密事项。需要登记的，请打开这个人的资料，在“保密事项”里填写。',
  },
} as const

/** A matter and its time, in one line. */
export function sealedMatterText({ kind, fromOn, toOn }: Omit<SealedMatter, 'note'>): string {
  const label = sealedMatterKindLabels[kind]
  if (fromOn === null && toOn === null) return label
  const from = fromOn === null ? '' : `${fromOn} 起`
  const to = toOn === null ? '' : `${toOn} 止`
  return `${label}（${[from, to].filter((part) => part !== '').join('，')}）`
}
