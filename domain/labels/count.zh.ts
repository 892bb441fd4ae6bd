import { careTags, type CareTag } from '../codes/care-tag.ts'
import { residenceStatuses, type ResidenceStatus } from '../codes/residence-status.ts'
import type { SheetColumn, SheetLine } from '../population-sheet.ts'
import { grouped } from './grouped.ts'

const fixedLines: Readonly<Record<string, string>> = {
  total: '总人数',
  'age:0-13': '0～13 岁',
  'age:14-17': '14～17 岁',
  'age:18-59': '18～59 岁',
  'age:60-64': '60～64 岁',
  'age:65-69': '65～69 岁',
  'age:70-79': '70～79 岁',
  'age:80-89': '80～89 岁',
  'age:90-99': '90～99 岁',
  'age:100+': '100 岁及以上',
  'age:unknown': '出生日期不全',
  'from:60': '60 岁及以上',
  'from:65': '65 岁及以上',
  'from:70': '70 岁及以上',
  'from:80': '80 岁及以上',
  'from:90': '90 岁及以上',
  'tag:any': '合计（每人只算一次）',
  'change:born': '出生',
  'change:movedIn': '迁入和迁回',
  'change:movedOut': '迁出',
  'change:died': '去世',
}

/** What a line of the population sheet is called. */
export function sheetLineLabel(line: SheetLine): string {
  const [kind, what = ''] = line.split(':')
  if (kind === 'status') return residenceStatuses[what as ResidenceStatus]
  return fixedLines[line] ?? careTags[what as CareTag]
}

/** Words of the standard counts. */
export const countLabels = {
  nameless: (count: number) => `另有 ${grouped(count)} 人保存期满，资料已永久删除，只留下数字，列不出姓名。`,
  title: '统计',
  referenceOn: '统计日期（时点）',
  fromOn: '变动起始日期（时期）',
  show: '统计',
  dateMissing: '请填写日期，例如 2026-12-31。',
  fromLater: '起始日期不能晚于统计日期。',
  counting: '正在统计……',
  sheetName: (referenceOn: string) => `${referenceOn} 人口统计表`,
  caption: (referenceOn: string, fromOn: string) =>
    `人数是 ${referenceOn} 这一天的（时点），变动是 ${fromOn} 至 ${referenceOn} 的（时期）。点一个数字，看是哪些人。`,
  sections: {
    total: '人口',
    age: '年龄（统计日的周岁）',
    from: '老年人累计',
    status: '人户状态',
    tag: '关爱类别',
    change: '期间变动',
  } as Readonly<Record<string, string>>,
  notes: {
    total: '户按现在的登记算。',
    status: '人户状态按统计日当天台账里的登记算。',
    tag: '一个人有几个类别时，在每个类别里都算，合计只算一次。没填日期的类别，按一直有算。',
  } as Readonly<Record<string, string>>,
  columns: { all: '合计', men: '男', women: '女' } as const satisfies Record<SheetColumn, string>,
  householdCount: (count: number) => `户数（有人在的户）：${grouped(count)} 户`,
  personUnit: '单位：人。合计包括性别未说明的人。',
  open: (line: string, column: string, count: number) => `${line}，${column} ${grouped(count)} 人，查看名单`,
  rowsTitle: (line: string, column: string) => `${line} · ${column}`,
  rowsCount: (count: number) => `共 ${grouped(count)} 人`,
  rowsEmpty: '没有人。',
  rowsName: '这个数字里的人',
  print: '打印统计表',
  paper: {
    title: (committeeName: string) => `${committeeName}人口统计表`,
    keptName: (name: string, madeAt: string, staffName: string) => `（${name}，${madeAt} ${staffName}存档）`,
    days: (referenceOn: string, fromOn: string) =>
      `统计日期（时点）：${referenceOn}\u3000\u3000变动期间（时期）：${fromOn} 至 ${referenceOn}`,
    unit: '单位：人',
    item: '项目',
    note: (note: string) => `说明：${note}`,
    back: '返回统计',
    loading: '正在准备……',
  },
  close: '关闭',
  submit: '上报存档',
  submitTitle: '把这张表存档',
  submitText: '存档后数字不再变动，以后改了资料也不影响；有更正请另存一份。',
  submitName: '名称',
  submitNote: '说明',
  submitNameMissing: '请填写名称。',
  submitConfirm: '存档',
  cancel: '取消',
  submitted: (name: string) => `已存档：${name}。`,
  archive: '已存档的统计表',
  archiveEmpty: '还没有存档的统计表。',
  archived: (name: string, madeAt: string, staffName: string) => `${name}（${madeAt} ${staffName}）`,
  frozen: '这是存档时的数字，不会变动。点数字看到的是现在的资料按同一天统计出的名单。',
  backToNow: '回到现在的统计',
} as const
