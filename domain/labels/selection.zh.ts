import { grouped } from './grouped.ts'

/** Words for choosing several people in the residents list. */
export const selectionLabels = {
  row: (name: string) => `选择${name}`,
  all: '选择名单上的全部居民',
  hint: '按空格键或点方框可以选人，按 Ctrl+A 全选',
  chosen: (count: number) => `已选 ${grouped(count)} 人，按 Ctrl+C 可以复制`,
  none: '取消选择',
  save: '存为 Excel……',
  copied: (count: number) => `已复制 ${grouped(count)} 人（号码隐藏），可以到 Excel 里按 Ctrl+V 粘贴。`,
  notCopied: '没有复制。',
  bulkChange: '批量修改……',
  tooMany: (most: number) =>
    `逐个选最多 ${grouped(most)} 人。人更多时，请先用查找和筛选缩小名单，再按 Ctrl+A 全选。`,
  actionsName: '对选中的居民',
} as const
