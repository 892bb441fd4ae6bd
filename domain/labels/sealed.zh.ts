import type { SealableKind, SealedContent } from '../sealed-content.ts'
import type { SealedMatter, SealedMatterKind } from '../sealed-matter.ts'
import { grouped } from './grouped.ts'
import { residentText } from './resident-text.zh.ts'

export const sealedMatterKindLabels = {
  mentalDisorder: '精神障碍',
  resettlementHelp: '安置帮教',
  communityCorrection: '社区矫正',
  health: '健康状况',
  disability: '残疾情况',
  lowIncomeReview: '低收入救助',
} as const satisfies Record<SealedMatterKind, string>

/** What leaves the record when one of these is sealed. */
export const sealableKindTexts = {
  health: '健康状况，和“失能”“重病”标签',
  disability: '残疾证，和“残疾”标签、残疾人补贴',
  lowIncomeReview: '低保、特困、临时救助、住房保障待遇，和“低保”“特困”“低保边缘”标签',
} as const satisfies Record<SealableKind, string>

/** Words of what only those see who answer for it. */
export const sealedLabels = {
  title: '保密事项',
  hint: '这里只显示您可以看的事项。查看和修改都会记入操作记录。',
  show: '查看保密事项',
  hide: '收起',
  fromOn: '开始日期',
  toOn: '结束日期',
  datePlaceholder: '例如 2026-11-1，可不填',
  note: '说明',
  fieldOf: (kind: string, field: string) => `${kind}的${field}`,
  ofWorker: (kind: string, worker: string) => `${kind}（${worker}负责）`,
  save: '保存保密事项',
  saved: '保密事项已保存。',
  none: '没有您可以看的保密事项。需要登记的，请勾选后填写。',
  inHistory: '已封存',
  worker: '负责人',
  wholeCircle: '全体保密人员',
  workerHelp: '只有负责人和主任看得到。',
  wholeCircleHelp: '所有保密人员都看得到。',
  closedWorker: (name: string) => `${name}（账号已停用，由主任负责）`,
  sealedField: (label: string) => `封存的${label}`,
  sealedContent: (text: string) => `封存的内容：${text}`,
  seal: {
    open: '封存资料……',
    title: (name: string) => `封存${name}的资料`,
    text: '封存后，这一项从资料里拿走：名单、查找、统计、打印、导出、导入和修改历史里都不再出现，从前修改时留下的内容也不再保留。只有负责人和主任说明原因后才能查看。已经做好的备份和打印好的纸不会变。',
    kind: '要封存的内容',
    kindMissing: '请选择要封存的内容。',
    worker: '负责人',
    reason: '为什么封存',
    reasonHelp: '例如 本人要求保密',
    reasonMissing: '请写明为什么封存。',
    confirm: '封存',
    cancel: '不封存',
    done: (kind: string) => `${kind}已封存。`,
  },
  unseal: {
    open: (kind: string) => `解除封存${kind}`,
    title: (kind: string, name: string) => `解除封存${name}的${kind}`,
    text: '解除后，封存的内容放回居民资料，名单、查找和统计里会重新出现。保密事项里写的说明仍然保密。',
    reason: '为什么解除封存',
    reasonHelp: '例如 本人同意公开',
    reasonMissing: '请写明为什么解除封存。',
    confirm: '解除封存',
    cancel: '不解除',
    done: (kind: string) => `${kind}已放回居民资料。`,
  },
  list: {
    open: '保密事项名单',
    title: '有保密事项的居民',
    text: '名单里只有您可以看的保密事项。每次查看都会记入操作记录，名单显示一分钟后自动隐藏。',
    show: '查看名单',
    hide: '收起名单',
    count: (count: number) => `共 ${grouped(count)} 人`,
    empty: '没有您可以看的保密事项。需要登记的，请打开这个人的资料，在“保密事项”里填写。',
  },
} as const

/** What was taken out of a record, in one line. */
export function sealedContentText(content: SealedContent): string {
  return [
    residentText('health', content.health),
    residentText('disability', content.disability),
    residentText('careTags', content.careTags),
    residentText('benefits', content.benefits),
  ]
    .filter((text) => text !== '')
    .join('；')
}

/** All that is written about a matter, in one line. */
export function sealedWordsOf({ content, note }: Pick<SealedMatter, 'content' | 'note'>): string {
  return [content === null ? '' : sealedContentText(content), note].filter((text) => text !== '').join('；')
}

/** A matter and its time, in one line. */
export function sealedMatterText({
  kind,
  fromOn,
  toOn,
}: Pick<SealedMatter, 'kind' | 'fromOn' | 'toOn'>): string {
  const label = sealedMatterKindLabels[kind]
  if (fromOn === null && toOn === null) return label
  const from = fromOn === null ? '' : `${fromOn} 起`
  const to = toOn === null ? '' : `${toOn} 止`
  return `${label}（${[from, to].filter((part) => part !== '').join('，')}）`
}
