import { benefits } from '../codes/benefit.ts'
import { careTags } from '../codes/care-tag.ts'
import { disabilityCategories, disabilityGrades } from '../codes/disability.ts'
import { educations } from '../codes/education.ts'
import { ethnicGroups } from '../codes/ethnic-group.ts'
import { healthStates } from '../codes/health-state.ts'
import { livingArrangements } from '../codes/living-arrangement.ts'
import { maritalStatuses } from '../codes/marital-status.ts'
import { occupations } from '../codes/occupation.ts'
import { politicalStatuses } from '../codes/political-status.ts'
import { relationsToHead } from '../codes/relation-to-head.ts'
import { residenceStatuses } from '../codes/residence-status.ts'
import { sexes } from '../codes/sex.ts'
import {
  isPlaceField,
  type AskedField,
  type ConditionField,
  type ConditionOperator,
  type FieldOfKind,
  type PlaceField,
} from '../condition-field.ts'
import type { CalendarSpan, Span } from '../condition-span.ts'
import { isOwnFieldKey, ownFieldIdOf, type OwnField, type OwnFieldKey } from '../own-field.ts'
import { isGroup, type Condition, type ConditionGroup, type ConditionTest } from '../resident-condition.ts'
import { dwellingFieldLabels, idDocumentTypeLabels, residentFieldLabels } from './field.zh.ts'
import { grouped } from './grouped.ts'
import { residentLabels } from './resident.zh.ts'

const {
  name,
  formerName,
  otherName,
  ownPinyin,
  sex,
  birthWhen,
  lunarBirth,
  careTags: tags,
} = residentFieldLabels

/** What each thing is called that people can be found by. */
export const conditionFieldLabels = {
  ...{ name, formerName, otherName, ownPinyin, sex, birthWhen, lunarBirth, careTags: tags },
  age: '年龄',
  benefits: residentFieldLabels.benefits,
  residentGroup: '居民小组',
  grid: '网格',
  building: dwellingFieldLabels.building,
  unit: dwellingFieldLabels.unit,
  room: dwellingFieldLabels.room,
  householdSize: '同户人数',
  isAloneInHousehold: '一人一户',
  isHead: '户主',
  relationToHead: residentFieldLabels.relationToHead,
  residenceStatus: residentFieldLabels.residenceStatus,
  livingArrangement: residentFieldLabels.livingArrangement,
  presence: residentLabels.list.presence,
  phones: residentFieldLabels.phones,
  hasEmergencyContact: '有紧急联系电话',
  idDocumentType: residentFieldLabels.idDocumentType,
  idNumber: residentFieldLabels.idNumber,
  otherDocuments: residentFieldLabels.otherDocuments,
  maritalStatus: residentFieldLabels.maritalStatus,
  marriedWhen: residentFieldLabels.marriedWhen,
  hasSpouse: '登记了配偶',
  health: residentFieldLabels.health,
  disabilityCategory: '残疾类别',
  disabilityGrade: '残疾等级',
  ethnicGroup: residentFieldLabels.ethnicGroup,
  education: residentFieldLabels.education,
  politicalStatus: residentFieldLabels.politicalStatus,
  occupation: residentFieldLabels.occupation,
  workplace: residentFieldLabels.workplace,
  retirementUnit: residentFieldLabels.retirementUnit,
  registeredAddress: residentFieldLabels.registeredAddress,
  currentAddress: '现住址（不在本社区）',
  note: residentFieldLabels.note,
  noticeSignedOn: '告知书签收日期',
} as const satisfies Record<ConditionField, string>

/** Shape: what an operator says, and what it says turned round. */
const operatorLabels: Readonly<Record<ConditionOperator, readonly [string, string]>> = {
  contains: ['里有', '里没有'],
  is: ['正好是', '不是'],
  empty: ['没有填', '已填'],
  oneOf: ['是', '不是'],
  in: ['在', '不在'],
  before: ['早于', '不早于'],
  after: ['晚于', '不晚于'],
  between: ['从哪天到哪天', '不在哪天到哪天'],
  reaches: ['满整年', '不满整年'],
  yearly: ['每年的这一天在', '每年的这一天不在'],
  month: ['在几月', '不在几月'],
  incomplete: ['不完整', '完整或没有填'],
  atLeast: ['至少', '不到或不知道'],
  atMost: ['至多', '超过或不知道'],
  fromTo: ['从几到几', '不在几到几'],
  held: ['有', '没有'],
  ended: ['已结束', '没有结束'],
  startedIn: ['开始日期在', '开始日期不在'],
  endsIn: ['结束日期在', '结束日期不在'],
  yes: ['是', '不是'],
  no: ['否', '不是“否”'],
  numberAtLeast: ['至少', '不到或没有填'],
  numberAtMost: ['至多', '超过或没有填'],
  numberFromTo: ['从几到几', '不在几到几'],
}

const birthOperatorLabels: Readonly<Partial<Record<ConditionOperator, readonly [string, string]>>> = {
  reaches: ['满多少岁', '不满多少岁'],
  yearly: ['生日在', '生日不在'],
}

/** What an operator is called in the choice for a field. */
export function operatorLabel(field: AskedField, operator: ConditionOperator, isNot: boolean): string {
  const isBirth = field === 'birthWhen' || field === 'lunarBirth'
  if (field === 'age' && operator === 'empty') return isNot ? '知道' : '不知道'
  const own = isBirth ? birthOperatorLabels[operator] : undefined
  const [yes, no] = own ?? operatorLabels[operator]
  return isNot ? no : yes
}

const codeTables: Readonly<Record<FieldOfKind<'code' | 'period'>, Readonly<Record<string, string>>>> = {
  sex: sexes,
  careTags,
  benefits,
  relationToHead: relationsToHead,
  residenceStatus: residenceStatuses,
  livingArrangement: livingArrangements,
  presence: residentLabels.presence,
  idDocumentType: idDocumentTypeLabels,
  maritalStatus: maritalStatuses,
  health: healthStates,
  disabilityCategory: disabilityCategories,
  disabilityGrade: disabilityGrades,
  ethnicGroup: ethnicGroups,
  education: educations,
  politicalStatus: politicalStatuses,
  occupation: occupations,
}

/** What the codes of a field are called; places have names of their own. */
export function codeTableOf(field: AskedField): Readonly<Record<string, string>> {
  return field in codeTables ? codeTables[field as keyof typeof codeTables] : {}
}

/** Words of the editor of conditions and of the filters that are kept. */
export const conditionLabels = {
  chipsName: '正在用的条件',
  clear: '清除条件',
  used: (filterName: string) => `常用条件“${filterName}”`,
  and: ' 并且 ',
  or: ' 或者 ',
  not: '不是：',
  gonePlaces: {
    building: '已不在的楼栋',
    residentGroup: '已不在的小组',
    grid: '已不在的网格',
  } satisfies Record<PlaceField, string>,
  dialog: {
    title: '按条件查找居民',
    match: '这些条件',
    matchGroup: '这一组条件',
    matches: { all: '全部符合', any: '符合任何一个', none: '一个也不符合' },
    add: '添加条件',
    addGroup: '添加一组条件',
    line: (order: string) => `条件 ${order}`,
    field: (order: string) => `条件 ${order}：查什么`,
    operator: (order: string) => `条件 ${order}：怎么比`,
    value: (order: string) => `条件 ${order}：内容`,
    from: (order: string) => `条件 ${order}：从`,
    to: (order: string) => `条件 ${order}：到`,
    on: (order: string) => `条件 ${order}：在哪天`,
    count: (order: string) => `条件 ${order}：多少`,
    unit: (order: string) => `条件 ${order}：单位`,
    spanCount: (order: string) => `条件 ${order}：多少时间`,
    span: (order: string) => `条件 ${order}：什么时候`,
    remove: (order: string) => `删除条件 ${order}`,
    removeGroup: (order: string) => `删除第 ${order} 组`,
    fixed: '这一组比较复杂，只能整组使用或删除：',
    choose: '请选择',
    anyCode: '不选就是任何一种',
    today: '按今天算',
    years: '岁',
    people: '人',
    datePlaceholder: '例如 2026-11-1',
    unfinished: '还没填完的条件不算在内。',
    nothing: '请先添加条件。',
    counting: '正在数……',
    count_: (count: number) => `符合条件的有 ${grouped(count)} 人`,
    none: '没有符合条件的人',
    apply: '查看名单',
    cancel: '取消',
    saveName: '保存为常用条件，名称',
    saveNamePlaceholder: '例如：80 岁以上独居',
    saveHelp: '上面选的楼栋、类别和年龄也一起保存；查找框里的字不保存。',
    save: '保存',
    replace: (filterName: string) => `更新“${filterName}”`,
    replaceTitle: (filterName: string) => `用现在的条件更新“${filterName}”？`,
    replaceText: '原来的条件会被换掉，全办公室用的都是新的条件。',
    replaceConfirm: '更新',
    replaceCancel: '不更新',
    unreadableDate: (firstYear: number) => `请写 ${firstYear} 年以后的日期，例如 2026-11-1。`,
    unreadableDecimal: '请写数字，例如 12 或 3.5。',
    unreadableNumber: (least: number, most: number) => `请写 ${least} 到 ${most} 之间的数字。`,
  },
  saved: {
    title: '常用条件',
    empty: '还没有保存过。请点“更多条件”，设好条件后保存。',
    listName: '常用条件列表',
    count: (count: number) => `${grouped(count)} 人`,
    counting: '正在数……',
    madeBy: (staffName: string) => `${staffName}保存`,
    notReadable: '里面有您不能查看的内容，所以不能用。',
    outdated: '里面有台账已经没有的内容，请删除后重新设条件。',
    use: '使用',
    useOf: (filterName: string) => `使用“${filterName}”`,
    rename: '改名',
    renameOf: (filterName: string) => `给“${filterName}”改名`,
    newName: '新名称',
    renameConfirm: '保存',
    renameCancel: '不改了',
    remove: '删除',
    removeOf: (filterName: string) => `删除“${filterName}”`,
    removeTitle: (filterName: string) => `删除“${filterName}”？`,
    removeText: '删除后，办公室里谁都用不了它。居民资料不受影响。',
    removeConfirm: '删除',
    removeCancel: '不删除',
    close: '关闭',
  },
} as const

export const calendarSpanLabels = {
  lastMonth: '上个月',
  thisMonth: '这个月',
  nextMonth: '下个月',
  lastQuarter: '上季度',
  thisQuarter: '本季度',
  nextQuarter: '下季度',
  lastYear: '去年',
  thisYear: '今年',
  nextYear: '明年',
} as const satisfies Record<CalendarSpan, string>

export const spanLabels = { next: '今后', last: '最近' } as const
export const spanUnitLabels = { day: '天', month: '个月', year: '年' } as const
export const monthLabel = (month: number): string => `${month}月`

function spanText(span: Span): string {
  if (span.span !== 'next' && span.span !== 'last') return calendarSpanLabels[span.span]
  return `${spanLabels[span.span]} ${grouped(span.count)} ${spanUnitLabels[span.unit]}内`
}

/** Shape: what places are called, by the code a condition has for them, and the fields the office added. */
export interface ConditionNames {
  readonly places: Readonly<Record<PlaceField, Readonly<Record<string, string>>>>
  readonly ownFields: readonly OwnField[]
}

/** What a field that is asked about is called. */
export function askedFieldLabel(field: AskedField, ownFields: readonly OwnField[]): string {
  if (!isOwnFieldKey(field)) return conditionFieldLabels[field]
  return ownFields.find(({ id }) => id === ownFieldIdOf(field))?.name ?? '已删除的字段'
}

/** A question about people in words. */
export function conditionText(condition: Condition, names: ConditionNames): string {
  if (isGroup(condition)) return groupText(condition, names)
  const { field, isNot, test } = condition
  const label = askedFieldLabel(field, names.ownFields)
  if (test.operator === 'yes' && !isOwnFieldKey(field)) return `${isNot ? '不是' : ''}${label}`
  const value = valueText(field, test, names)
  return [label, operatorText(field, test, isNot), value].filter((part) => part !== '').join(' ')
}

function operatorText(field: AskedField, test: ConditionTest, isNot: boolean): string {
  if (['between', 'fromTo', 'numberFromTo', 'month'].includes(test.operator)) return isNot ? '不在' : '在'
  if (test.operator === 'reaches') return isNot ? '不在' : ''
  return operatorLabel(field, test.operator, isNot)
}

function groupText({ match, isNot, conditions }: ConditionGroup, conditionNames: ConditionNames): string {
  const texts = conditions.map((condition) => {
    const text = conditionText(condition, conditionNames)
    return isGroup(condition) && condition.conditions.length > 1 && !condition.isNot ? `（${text}）` : text
  })
  const joined = texts.join(match === 'all' ? conditionLabels.and : conditionLabels.or)
  return isNot ? `${conditionLabels.not}（${joined}）` : joined
}

function valueText(field: AskedField, test: ConditionTest, { places, ownFields }: ConditionNames): string {
  const on = 'on' in test && test.on !== null ? `（${test.on}）` : ''
  if ('text' in test) return `“${test.text}”`
  if ('codes' in test) {
    const span = 'span' in test ? `${spanText(test.span)}：` : ''
    const tableOf = () => (isOwnFieldKey(field) ? choiceNames(field, ownFields) : codeTableOf(field))
    const names = test.codes.map((code) =>
      isPlaceField(field)
        ? (places[field][code] ?? conditionLabels.gonePlaces[field])
        : (tableOf()[code] ?? code),
    )
    return `${span}${names.length === 0 ? '任何一种' : names.join('、')}${on}`
  }
  if (test.operator === 'reaches')
    return `${spanText(test.span)}满 ${test.years} ${field === 'birthWhen' ? '岁' : '年'}`
  if ('span' in test) return spanText(test.span)
  if ('months' in test) return test.months.map(monthLabel).join('、')
  if ('day' in test) return test.day
  if ('from' in test) return `${test.from} 到 ${test.to}`
  if ('number' in test) return test.number
  if ('leastNumber' in test) return `${test.leastNumber} 到 ${test.mostNumber}`
  const unit = field === 'age' ? '岁' : '人'
  if ('least' in test) return `${test.least} 到 ${test.most} ${unit}${on}`
  return 'count' in test ? `${test.count} ${unit}${on}` : ''
}

/** What the choices of an own field are called, by their code. */
function choiceNames(key: OwnFieldKey, ownFields: readonly OwnField[]): Readonly<Record<string, string>> {
  const choices = ownFields.find(({ id }) => id === ownFieldIdOf(key))?.choices ?? []
  return Object.fromEntries(choices.map(({ id, name }) => [String(id), name]))
}
