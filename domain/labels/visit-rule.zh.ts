import type { ResponsibleKind, RuleEffect, VisitTrigger, VisitTriggerKind } from '../visit-rule.ts'
import { careTags } from '../codes/care-tag.ts'
import { grouped } from './grouped.ts'
import { festivalLabels } from './visit.zh.ts'

export const triggerKindLabels = {
  festival: '节日前后',
  birthday: '生日前后',
  interval: '隔一段时间没联系',
  careTag: '新加了关爱类别',
  familyEvent: '家中有大事（登记后）',
  hospitalStay: '大病住院（登记后）',
} as const satisfies Record<VisitTriggerKind, string>

export const responsibleLabels = {
  nobody: '不指定',
  gridWorker: '本网格的网格员',
  buildingHead: '本楼的楼栋长',
  claimant: '认领的人',
} as const satisfies Record<Exclude<ResponsibleKind, 'staff'>, string>

const calendarLabels = {
  own: '按各人习惯：记了农历生日的按农历，其他人按公历',
  gregorian: '都按公历',
  lunar: '只看农历生日',
} as const

/** What a rule waits for, in one line. */
export function triggerText(trigger: VisitTrigger): string {
  switch (trigger.kind) {
    case 'festival':
      return trigger.festivals.map((festival) => festivalLabels[festival]).join('、')
    case 'birthday':
      return trigger.minimumAge === 0 ? '生日' : `满 ${trigger.minimumAge} 周岁及以上的生日`
    case 'interval':
      return `离上次联系满 ${trigger.days} 天`
    case 'careTag':
      return trigger.careTags.length === 0
        ? '新加任一关爱类别'
        : `新加关爱类别：${trigger.careTags.map((careTag) => careTags[careTag]).join('、')}`
    case 'familyEvent':
      return '家中大事登记后'
    case 'hospitalStay':
      return '住院登记后'
  }
}

/** From when to when a rule wants the visit. */
export function windowText({ daysBefore, daysAfter }: { daysBefore: number; daysAfter: number }): string {
  const before = daysBefore === 0 ? '当天起' : `提前 ${daysBefore} 天起`
  const after = daysAfter === 0 ? '当天为止' : `过后 ${daysAfter} 天为止`
  return `${before}，${after}`
}

/** Words of the page where rules are read and set. */
export const visitRuleLabels = {
  title: '走访规则',
  help: '规则决定谁在什么时候该走访。改了规则，“该走访的”名单马上跟着变；已经登记的走访不变。',
  add: '新建规则',
  addReady: '补上常用规则',
  addReadyDone: (count: number) => `已补上 ${count} 条常用规则。`,
  caption: '走访规则，按先后排列',
  empty: '还没有走访规则，所以没有人会列为该走访。可以新建，或点“补上常用规则”。',
  columns: { name: '规则', when: '什么时候', whom: '走访谁', today: '今天', state: '状态', actions: '操作' },
  everybody: '所有在册居民',
  notReadable: '（条件不对您开放）',
  outdated: '条件里有已删除的项目，现在找不到人。请修改条件。',
  responsible: (name: string) => `负责：${name}`,
  namedStaff: '指定的工作人员',
  on: '启用',
  off: '停用',
  once: '只这一次',
  effect: (effect: RuleEffect) => [
    `符合 ${grouped(effect.meantCount)} 人`,
    `该走访 ${grouped(effect.dueCount)} 人，逾期 ${grouped(effect.overdueCount)} 人`,
    ...(effect.nextOn === null ? [] : [`下一个节日：${effect.nextOn}`]),
  ],
  edit: '修改',
  remove: '删除',
  up: '上移',
  down: '下移',
  switchOn: '启用',
  switchOff: '停用',
  ofRule: (action: string, name: string) => `${action}“${name}”`,
  removeTitle: (name: string) => `删除规则“${name}”？`,
  removeText: '删除后不再按它列出该走访的人。以前登记的走访都保留。',
  removeConfirm: '删除规则',
  cancel: '取消',
  saved: (name: string) => `“${name}”已保存。`,
  removed: (name: string) => `“${name}”已删除。`,
  moved: (name: string) => `“${name}”已移动。`,
  switched: (name: string, isActive: boolean) => `“${name}”已${isActive ? '启用' : '停用'}。`,
  form: {
    newTitle: '新建走访规则',
    editTitle: (name: string) => `修改“${name}”`,
    name: '规则名称',
    nameHelp: '会写在该走访的名单和走访记录里，例如：独居老人每月走访。',
    kind: '什么时候走访',
    festivals: '哪些节日',
    calendar: '按哪个生日',
    calendars: calendarLabels,
    minimumAge: '满多少周岁起（写 0 表示不限）',
    days: '离上次联系满多少天',
    careTags: '哪些关爱类别（都不选表示任一类别）',
    whom: '走访谁',
    everybody: '所有在册居民',
    some: '符合下面条件的人',
    condition: '条件',
    conditionHelp: '年龄和类别按节日、生日那一天算；春节按除夕算。',
    conditionMissing: '条件还没有填完整，请填好或改选“所有在册居民”。',
    daysBefore: '提前几天开始走访',
    daysAfter: '过后几天算逾期',
    windowHelp: '从 0 到 90 天。',
    responsible: '由谁负责',
    startsOn: '从哪天起执行',
    startsOnHelp: '这一天以前就过完的节日、生日不再追补。可写 20270205 或 2027-2-5。',
    isRepeating: '每次都走访（不选表示只走访第一次）',
    isActive: '启用这条规则',
    save: '保存',
    problems: {
      name: '请填写规则名称，不超过 60 个字。',
      festivals: '请至少选一个节日。',
      minimumAge: '请写 0 到 130 之间的整数。',
      days: '请写 1 到 3660 之间的整数。',
      window: '请写 0 到 90 之间的整数。',
      startsOn: '日期看不懂，请写成 20270205 或 2027-2-5。',
    },
  },
  warn: {
    title: '这条规则可能不是您想要的',
    never: '这条规则的条件互相矛盾，永远不会有人符合。',
    always: '这条规则的条件对任何人都成立，等于走访所有人。',
    over: '它只走访一次，而那一次已经过去了，以后不会再有人列出。',
    nobody: '按今天的资料，没有一个人符合这条规则。',
    all: (count: number) => `按今天的资料，全部 ${grouped(count)} 人都符合这条规则。`,
    ask: '仍要保存吗？',
    save: '仍要保存',
    back: '回去修改',
  },
} as const

/** What should be said about a rule before it is saved; null where nothing is odd. */
export function ruleWarning(
  { verdict, meantCount, hereCount }: RuleEffect,
  isForEverybody: boolean,
): string | null {
  const { warn } = visitRuleLabels
  if (verdict !== 'depends') return warn[verdict]
  if (isForEverybody || hereCount === 0) return null
  if (meantCount === 0) return warn.nobody
  return meantCount === hereCount ? warn.all(hereCount) : null
}
