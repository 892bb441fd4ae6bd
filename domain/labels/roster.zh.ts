import { formatDwelling } from '../address.ts'
import { isOwnFieldKey, ownFieldIdOf, type OwnField } from '../own-field.ts'
import type { DwellingDraft } from '../resident.ts'
import type { BuiltInRosterField, RosterField } from '../roster-column.ts'
import type { RosterGrouping, RosterOrientation, RosterRowHeight } from '../roster.ts'
import { residentFieldLabels } from './field.zh.ts'
import { grouped } from './grouped.ts'
import { chineseDate } from './paper.zh.ts'

/** What each column of a roster is called unless its kind has a heading of its own. */
export const rosterFieldLabels = {
  ...residentFieldLabels,
  serial: '序号',
  age: '周岁',
  nominalAge: '虚岁',
  address: '住址',
  building: '楼栋',
  unit: '单元',
  room: '室',
  residentGroup: '居民小组',
  grid: '网格',
  headName: '户主姓名',
  spouseName: '配偶姓名',
  firstPhone: '联系电话',
  disabilityCardNumber: '残疾人证号',
  idNumber: '身份证号',
  dwelling: '本社区住房',
  phones: '全部电话',
  currentAddress: '现住址',
  blank: '空白栏',
} as const satisfies Record<BuiltInRosterField, string>

/** What a column is called unless its roster has a heading of its own for it. */
export function rosterFieldLabel(field: RosterField, ownFields: readonly OwnField[]): string {
  if (!isOwnFieldKey(field)) return rosterFieldLabels[field]
  return ownFields.find(({ id }) => id === ownFieldIdOf(field))?.name ?? ''
}

/** What is put in for each placeholder of a title. */
interface RosterFacts {
  readonly committeeName: string
  readonly printedOn: string
  readonly referenceOn: string
  readonly personCount: number
}

const placeholders: Readonly<Record<string, (facts: RosterFacts) => string>> = {
  '{社区}': ({ committeeName }) => committeeName,
  '{年}': ({ referenceOn }) => referenceOn.slice(0, 4),
  '{截止日期}': ({ referenceOn }) => chineseDate(referenceOn),
  '{日期}': ({ printedOn }) => chineseDate(printedOn),
  '{人数}': ({ personCount }) => grouped(personCount),
}

/** A text of a roster as it stands on the paper. */
export function rosterText(text: string, facts: RosterFacts): string {
  return text.replace(/\{[^{}]*\}/g, (name) => placeholders[name]?.(facts) ?? name)
}

/** Words on the printed rosters. */
export const rosterPaperLabels = {
  aboutAge: (years: number) => `约${years}`,
  noGroup: {
    building: '未填楼栋',
    unit: '未填楼栋和单元',
    residentGroup: '未分小组',
    grid: '未分网格',
    none: '',
  } satisfies Record<RosterGrouping, string>,
  unitGroup: ({ building, unit }: DwellingDraft) =>
    unit === '' ? building : formatDwelling({ building, unit, room: '' }),
  groupCount: (count: number) => `（${grouped(count)} 人）`,
  groupContinued: '（续）',
  subtotal: (count: number) => `小计：${grouped(count)} 人`,
  total: (count: number) => `合计：${grouped(count)} 人`,
} as const

export const rosterOrientationLabels = {
  portrait: '竖放',
  landscape: '横放',
} as const satisfies Record<RosterOrientation, string>

export const rosterGroupingLabels = {
  none: '不分组',
  building: '按楼栋',
  unit: '按单元',
  residentGroup: '按居民小组',
  grid: '按网格',
} as const satisfies Record<RosterGrouping, string>

export const rosterRowHeightLabels = {
  normal: '普通',
  writing: '能写字',
  signing: '能签名',
} as const satisfies Record<RosterRowHeight, string>
