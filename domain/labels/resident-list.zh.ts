import type { BuiltInColumn, ListColumn } from '../list-column.ts'
import { isOwnFieldKey, ownFieldIdOf, type OwnField } from '../own-field.ts'
import type { PaperNumbers } from '../paper-stamp.ts'
import { dwellingFieldLabels, residentFieldLabels } from './field.zh.ts'
import { grouped } from './grouped.ts'
import { residentLabels } from './resident.zh.ts'

/** What each column of a list is called. */
export const listColumnLabels = {
  ...residentFieldLabels,
  ...dwellingFieldLabels,
  idNumber: '证件号码',
  age: '年龄',
  address: residentLabels.list.columns.address,
  phone: '电话',
  phones: '全部电话和联系人',
  currentAddress: '现住址',
  presence: residentLabels.list.presence,
} as const satisfies Record<BuiltInColumn, string>

/** What stands above a column of a list. */
export function listColumnLabel(column: ListColumn, ownFields: readonly OwnField[]): string {
  if (!isOwnFieldKey(column)) return listColumnLabels[column]
  return ownFields.find(({ id }) => id === ownFieldIdOf(column))?.name ?? ''
}

/** Unit: characters. Others have the usual width. */
export const listColumnWidths: Readonly<Partial<Record<ListColumn, number>>> = {
  name: 12,
  sex: 6,
  age: 6,
  idNumber: 22,
  address: 28,
  phone: 16,
  careTags: 22,
  building: 12,
  unit: 8,
  room: 10,
  otherDocuments: 30,
  phones: 34,
  workplace: 24,
  retirementUnit: 24,
  registeredAddress: 36,
  currentAddress: 36,
  benefits: 28,
  note: 40,
}

/** Words for lists that leave the window. */
export const listLabels = {
  title: '居民名单',
  pageFooter: '第 &P 页\u3000共 &N 页',
  dialogTitle: '存为 Excel 文件',
  who: (count: number, isChosen: boolean) =>
    isChosen ? `存选中的 ${grouped(count)} 人。` : `存名单上的全部 ${grouped(count)} 人，顺序和屏幕上一样。`,
  columns: '要哪些列',
  numbers: '号码怎么写',
  numbersOptions: {
    masked: '电话和证件号码隐藏中间几位',
    phones: '电话完整，证件号码隐藏',
    all: '电话和证件号码都完整',
  } satisfies Record<PaperNumbers, string>,
  purpose: '为什么要完整号码',
  confirm: '存为 Excel',
  back: '回到居民名单',
  noColumns: '请至少选一列。',
  saving: '正在写文件……',
  progressName: '进度',
  progress: (done: number, total: number) => `${grouped(done)} / ${grouped(total)} 人`,
  stop: '停下',
  saved: (count: number) => `已存好，共 ${grouped(count)} 人。文件里有居民的个人信息，请妥善保管，用完删除。`,
  notSaved: '没有保存。',
} as const
