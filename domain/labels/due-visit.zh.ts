import type { DueReason, DueView } from '../due-visit-view.ts'
import type { DueState } from '../due-visit.ts'
import type { VisitOutcome } from '../visit.ts'
import { grouped } from './grouped.ts'
import { visitOutcomeLabels } from './visit.zh.ts'

export const dueStateLabels = {
  overdue: '逾期',
  due: '该走访',
  coming: '本周内开始',
} as const satisfies Record<DueState, string>

/** Why somebody is to be visited, in one line. */
export function dueReasonText(reason: DueReason): string {
  const { name, occasionOn, turning, xusui, isInterval } = reason
  const age = turning === null ? '' : `（${turning} 岁生日${xusui === null ? '' : `，虚岁 ${xusui}`}）`
  const what = name === '' ? '需走访' : name
  return isInterval ? `${what}：应在 ${occasionOn} 前后联系` : `${what}：${occasionOn}${age}`
}

/** Words of the list of those to visit. */
export const dueVisitLabels = {
  title: '该走访的人',
  help: '按走访规则算出来，随资料和登记变动。走访后在这里登记；同一户的人可以一次登记。',
  views: { today: '今天', week: '本周', overdue: '逾期' } as const satisfies Record<DueView, string>,
  viewWithCount: (view: string, count: number) => `${view}（${grouped(count)} 人）`,
  viewsName: '时间范围',
  rule: '规则',
  building: '楼栋',
  responsible: '负责人',
  all: '全部',
  nobody: '未指定',
  choice: (name: string, count: number) => `${name}（${grouped(count)} 人）`,
  listName: '该走访的人，先到期的在前，同一天的按走访顺序',
  total: (people: number, households: number) => `共 ${grouped(people)} 人，${grouped(households)} 户`,
  loading: '正在读取……',
  empty: {
    today: '今天没有该走访的人。',
    week: '本周没有该走访的人。',
    overdue: '没有逾期的走访。',
  } as const satisfies Record<DueView, string>,
  emptyHelp: '如果应该有人，请到“规则”里看看规则是否启用。',
  until: (dueToOn: string, state: DueState) =>
    state === 'overdue' ? `应在 ${dueToOn} 以前` : `到 ${dueToOn} 为止`,
  lastContact: (on: string | null) => (on === null ? '还没有联系记录' : `上次联系 ${on}`),
  lastTry: (outcome: VisitOutcome, on: string) => `${on} 去过：${visitOutcomeLabels[outcome]}`,
  goes: (names: readonly string[]) => `负责：${names.join('、')}`,
  record: '登记',
  recordOf: (name: string) => `登记${name}的走访`,
  letPass: '这次不走访',
  letPassOf: (name: string) => `这次不走访${name}`,
  open: (name: string) => `打开${name}的资料`,
  keys: '按 1 完成，2 不在家，3 拒访；按回车保存并到下一位，按 Esc 收起。',
  housemates: '同一户也走访了',
  save: '保存，下一位',
  recorded: (count: number, outcome: VisitOutcome) =>
    `已登记 ${grouped(count)} 人：${visitOutcomeLabels[outcome]}。`,
  beforeDue: '走访日期早于这次走访开始的日子。提前去过的，请到居民资料页登记为临时走访。',
  pass: {
    title: (name: string) => `这次不走访${name}？`,
    text: '这一次不再列出，下一次到期时照常列出。原因会保留在记录里。',
    reason: '原因',
    placeholder: '例如：去外地过节、家人要求不去',
    missing: '请填写原因。',
    confirm: '这次不走访',
    cancel: '返回',
    done: (name: string) => `${name}这次不走访，已记下原因。`,
  },
} as const

/** Words for a visit that nothing asked for. */
export const otherVisitLabels = {
  open: '登记临时走访',
  title: '登记临时走访',
  reason: '为什么去',
  reasonPlaceholder: '例如：刚出院、邻居反映',
  confirm: '登记',
  cancel: '取消',
} as const
