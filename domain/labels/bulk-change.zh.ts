import type { BulkChange, BulkField, BulkRefusal, BulkUndo, BulkVerdict } from '../bulk-change.ts'
import type { BulkItem } from '../bulk-effect.ts'
import { benefits } from '../codes/benefit.ts'
import { careTags } from '../codes/care-tag.ts'
import type { OwnField } from '../own-field.ts'
import type { ResidentDraft } from '../resident.ts'
import { residentFieldLabels } from './field.zh.ts'
import { grouped } from './grouped.ts'
import { ownFieldLabels } from './own-field.zh.ts'
import { ownValueText, residentText } from './resident-text.zh.ts'

const nothing = '（空）'

/** Words of the page that changes many people at once. */
export const bulkLabels = {
  title: '批量修改',
  back: '回到居民名单',
  chosen: (count: number) => `要修改的：选中的 ${grouped(count)} 人。`,
  nobody: '还没有选人。请回到居民名单，按空格键或点方框选人，再点“批量修改”。',
  what: '改什么',
  kinds: {
    giveCareTag: '加上关爱类别',
    endCareTag: '结束关爱类别',
    giveBenefit: '加上待遇',
    endBenefit: '结束待遇',
    setField: '改成同一个内容',
    addNote: '在备注后面加一行',
  } satisfies Record<Exclude<BulkChange['kind'], 'setOwnField'>, string>,
  careTag: '关爱类别',
  benefit: '待遇',
  field: '哪一项',
  value: '改成',
  clear: '（清空）',
  note: '要加的内容',
  fromOn: '开始日期',
  toOn: '结束日期',
  dateHelp: '不知道可以不填。',
  look: '先看看会改什么',
  looking: '正在比对……',
  working: '正在修改……',
  undoing: '正在撤销……',
  progressName: '进度',
  progress: (done: number, total: number) => `${grouped(done)} / ${grouped(total)} 人`,
  stop: '停下',
  stopped: '已停下，什么都没有改动。',
  previewTitle: '会改什么',
  tabs: {
    change: (count: number) => `会修改（${grouped(count)} 人）`,
    same: (count: number) => `不用改（${grouped(count)} 人）`,
    refuse: (count: number) => `不能改（${grouped(count)} 人）`,
  } satisfies Record<BulkVerdict, (count: number) => string>,
  tabsName: '按结果查看',
  rowsName: '预览名单',
  rowCount: (count: number) => `共 ${grouped(count)} 人`,
  noRows: '没有这样的人。',
  columns: { name: '姓名', address: '住址', before: '现在', after: '改成', reason: '原因' },
  same: '已经是这样',
  apply: (count: number) => `修改这 ${grouped(count)} 人`,
  nothingToChange: '这些人都不用改或不能改，所以没有可以执行的修改。',
  done: (count: number) => `已修改 ${grouped(count)} 人。改错了可以在下面撤销。`,
  registerTitle: '最近的批量修改',
  registerEmpty: '还没有做过批量修改。',
  run: (moment: string, staffName: string, what: string, count: number) =>
    `${moment}\u3000${staffName}\u3000${what}\u3000${grouped(count)} 人`,
  undo: '撤销这次批量修改',
  undoName: (what: string) => `撤销这次批量修改：${what}`,
  isUndone: '已撤销',
  undoTitle: '撤销这次批量修改？',
  undoText: (what: string, count: number) =>
    `“${what}”会从 ${grouped(count)} 人那里撤回，恢复成修改以前的内容。这一项后来又有人改过的，会保留后来的内容，并告诉您是谁。`,
  undoConfirm: '撤销',
  undoCancel: '先不撤销',
  undone: ({ restoredCount, keptCount, kept }: BulkUndo) =>
    `已撤销：恢复 ${grouped(restoredCount)} 人。` +
    (keptCount === 0
      ? ''
      : `有 ${grouped(keptCount)} 人的这一项后来又改过，保留现在的内容：${kept.map(({ name }) => name).join('、')}` +
        (keptCount > kept.length ? '等。' : '。')),
} as const

/** Why somebody can't be changed. */
export const bulkRefusalLabels = {
  deceased: '已去世',
  notHeld: '没有登记这一项',
  beginsLater: '开始日期比要填的结束日期还晚',
  noteFull: '备注已经写满',
  sealed: '这一项已封存，未改动',
  ofOthers: '这一项归别的条线登记，未改动',
} as const satisfies Record<BulkRefusal, string>

/** What a change is, in a few words. */
export function bulkChangeText(change: BulkChange, ownFields: readonly OwnField[]): string {
  switch (change.kind) {
    case 'giveCareTag':
      return `加上关爱类别“${careTags[change.careTag]}”`
    case 'endCareTag':
      return `结束关爱类别“${careTags[change.careTag]}”`
    case 'giveBenefit':
      return `加上待遇“${benefits[change.benefit]}”`
    case 'endBenefit':
      return `结束待遇“${benefits[change.benefit]}”`
    case 'setField':
      return `${residentFieldLabels[change.field]}改成“${bulkItemText(change, change.value, ownFields)}”`
    case 'setOwnField':
      return `${ownFieldOf(change, ownFields)?.name ?? ownFieldLabels.title}改成“${bulkItemText(change, change.value, ownFields)}”`
    case 'addNote':
      return `备注加上“${change.text}”`
  }
}

/** What stands in the place of a change, before or after it. */
export function bulkItemText(change: BulkChange, item: BulkItem, ownFields: readonly OwnField[]): string {
  return itemText(change, item, ownFields) || nothing
}

function ownFieldOf(
  { ownFieldId }: Extract<BulkChange, { kind: 'setOwnField' }>,
  ownFields: readonly OwnField[],
): OwnField | undefined {
  return ownFields.find(({ id }) => id === ownFieldId)
}

function itemText(change: BulkChange, item: BulkItem, ownFields: readonly OwnField[]): string {
  const period = typeof item === 'string' ? null : item
  switch (change.kind) {
    case 'giveCareTag':
    case 'endCareTag':
      return period === null ? '' : residentText('careTags', [{ careTag: change.careTag, ...period }])
    case 'giveBenefit':
    case 'endBenefit':
      return period === null ? '' : residentText('benefits', [{ benefit: change.benefit, ...period }])
    case 'setField':
      // What stands in a field is what the text of that field is made of.
      return residentText(change.field, item as ResidentDraft[BulkField])
    case 'setOwnField': {
      const field = ownFieldOf(change, ownFields)
      return field === undefined || typeof item !== 'string' ? '' : ownValueText(field, item)
    }
    case 'addNote':
      return typeof item === 'string' ? item : ''
  }
}
