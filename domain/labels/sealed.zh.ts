import type { SealedMatterKind } from '../sealed-matter.ts'

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
} as const
