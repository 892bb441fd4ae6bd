import type { RevealGroup, RevealPurpose } from '../reveal.ts'

export const revealPurposeLabels = {
  contact: '上门走访或电话联系',
  service: '为居民办理业务',
  identity: '核对身份',
  correction: '更正资料',
  emergency: '紧急情况',
  other: '其他原因（请写明）',
} as const satisfies Record<RevealPurpose, string>

export const revealGroupLabels = {
  idNumber: '证件号码',
  phones: '电话',
  sealedMatter: '保密事项',
} as const satisfies Record<RevealGroup, string>

/** Words of asking to see what is masked. */
export const revealLabels = {
  title: (what: string, name: string) => `查看${name}的完整${what}`,
  sealedTitle: (name: string) => `查看${name}的保密事项`,
  text: '谁在什么时候、为什么查看，会记入操作记录。完整内容显示一分钟，之后自动隐藏。',
  purpose: '查看原因',
  note: '补充说明',
  noteMissing: '请写明原因。',
  confirm: '查看',
  cancel: '不查看',
  hiddenSoon: '一分钟后自动隐藏',
} as const
