import type { VisitFestival } from '../festival.ts'
import type { FestivalOption, VisitOutcome, VisitRound, VisitTask } from '../visit.ts'
import { grouped } from './grouped.ts'
import { chineseDate } from './paper.zh.ts'

export const festivalLabels = {
  newYearsDay: '元旦',
  laba: '腊八',
  layueNian: '腊月廿九',
  springFestival: '春节',
  lanternFestival: '元宵节',
  dragonBoat: '端午节',
  midAutumn: '中秋节',
  doubleNinth: '重阳节',
} as const satisfies Record<VisitFestival, string>

export const visitOutcomeLabels = {
  pending: '待走访',
  done: '完成',
  absent: '不在家',
  refused: '拒访',
} as const satisfies Record<VisitOutcome, string>

/** The usual name of a round, which the clerk may change. */
export function visitRoundName(option: Pick<FestivalOption, 'festival' | 'year'>): string {
  return `${option.year}年${festivalLabels[option.festival]}走访`
}

/** A festival as it is offered for a new round. */
export function festivalOptionLabel(option: FestivalOption): string {
  return `${visitRoundName(option)}（${chineseDate(option.festivalOn).replace(/^\d+年/, '')}）`
}

/** Words of the visit rounds. */
export const visitLabels = {
  rounds: {
    title: '走访',
    help: '每个节日开一轮走访：软件按规则选出要走访的人，打印名单，走访后逐人登记。',
    create: '新建走访轮次',
    caption: '走访轮次',
    empty: '还没有走访轮次。',
    emptyHelp: '点“新建走访轮次”，选一个节日，软件会列出要走访的人。',
    dates: (festivalOn: string, cutoffOn: string) => `节日：${festivalOn}\u3000截止：${cutoffOn}`,
    open: (name: string) => `打开“${name}”`,
    openShort: '打开',
    progressName: (name: string) => `${name}的进度`,
  },
  progress: {
    target: '应走访',
    done: '完成',
    absent: '不在家',
    refused: '拒访',
    pending: '待走访',
    unit: '人',
    sentence: (round: VisitRound) =>
      `应走访 ${grouped(round.targetCount)} 人，已登记 ${grouped(recordedCount(round))} 人`,
  },
  create: {
    title: '新建走访轮次',
    festival: '节日',
    festivalPlaceholder: '请选择节日',
    name: '轮次名称',
    nameHelp: '会印在名单标题里，可以改。',
    cutoffOn: '截止日期',
    cutoffHelp: '按这一天算年龄，可写 20270205 或 2027-2-5。',
    cutoffInvalid: '截止日期看不懂。请写成 20270205 或 2027-2-5。',
    rules: '走访哪些人',
    rulesHelp: '符合其中一项就会列入，同一个人只列一次。',
    rulesMissing: '请至少选一项走访规则。',
    nameMissing: '请填写轮次名称。',
    nameTooLong: '轮次名称太长，请缩短到 60 个字以内。',
    festivalMissing: '请选择节日。',
    count: (residentCount: number, householdCount: number) =>
      `将走访 ${grouped(residentCount)} 人，${grouped(householdCount)} 户`,
    countWaiting: '选好截止日期和规则后，这里会显示人数。',
    countLoading: '正在计算人数……',
    countNone: '按现在的规则没有要走访的人。可以先建轮次，再逐个添加。',
    submit: '建立轮次',
    cancel: '不建了',
    noRules: '还没有可用的走访规则。',
  },
  round: {
    back: '全部轮次',
    loading: '正在读取……',
    dates: (round: VisitRound) =>
      `${festivalLabels[round.festival]}：${chineseDate(round.festivalOn)}\u3000截止：${chineseDate(round.cutoffOn)}`,
    print: '打印走访名单',
    add: '添加人员',
    views: { pending: '待走访', recorded: '已登记', all: '全部', removed: '移出' },
    viewsName: '名单分类',
    listName: '走访名单，按楼栋和走访顺序排列',
    rowCount: (count: number) => `共 ${grouped(count)} 人`,
    empty: {
      pending: '没有待走访的人了。',
      recorded: '还没有登记走访结果。请到“待走访”里逐人登记。',
      all: '这一轮没有人。请点“添加人员”。',
      removed: '没有移出的人。',
    },
    loadingRow: '正在读取……',
    person: (task: Pick<VisitTask, 'age'>, sexLabel: string) =>
      task.age === null ? sexLabel : `${sexLabel}，${task.age} 岁`,
    noAddress: '住址未填',
    noPhone: '无电话',
    showPhone: '查看',
    showPhoneOf: (name: string) => `查看${name}的完整电话`,
    phoneSeparator: '、',
    reasonSeparator: '、',
    addedByHand: (reason: string) => `手工添加：${reason}`,
    removedBecause: (reason: string) => `移出原因：${reason}`,
    visited: (task: Pick<VisitTask, 'visitedOn' | 'visitor'>) =>
      [task.visitedOn === null ? '' : chineseDate(task.visitedOn), task.visitor]
        .filter(Boolean)
        .join('\u3000'),
    record: '登记',
    recordOf: (name: string) => `登记${name}的走访结果`,
    change: '修改',
    changeOf: (name: string) => `修改${name}的走访结果`,
    remove: '移出',
    removeOf: (name: string) => `把${name}移出名单`,
    restore: '恢复',
    restoreOf: (name: string) => `把${name}恢复到名单`,
    restored: (name: string) => `${name}已恢复到名单。`,
    removed: (name: string) => `${name}已移出名单。`,
    added: (name: string) => `${name}已加入名单。`,
    recorded: (name: string, outcome: VisitOutcome) => `${name}：${visitOutcomeLabels[outcome]}，已登记。`,
  },
  record: {
    formName: (name: string) => `${name}的走访登记`,
    outcome: '走访结果',
    outcomeMissing: '请选择走访结果。',
    keys: '按 1 完成，2 不在家，3 拒访；按回车保存并到下一位，按 Esc 收起。',
    visitedOn: '走访日期',
    visitedOnInvalid: '走访日期看不懂，请写成 20270201 或 2027-2-1。',
    visitedOnFuture: '走访日期晚于今天，请改成今天或以前的日期。',
    visitor: '走访人',
    visitorMissing: '请填写走访人的姓名。',
    carriedOn: '走访人和日期会带到下一位。',
    note: '备注',
    save: '保存，下一位',
    clear: '改回待走访',
    close: '收起',
  },
  remove: {
    title: (name: string) => `把${name}移出这一轮名单？`,
    text: '移出后不再打印和登记，可以在“移出”里恢复。',
    reason: '移出原因',
    reasonPlaceholder: '例如：已搬走、住院、本人不愿意',
    reasonMissing: '请填写移出原因。',
    confirm: '移出名单',
    cancel: '不移出',
  },
  add: {
    title: '添加走访人员',
    reason: '添加原因',
    reasonPlaceholder: '例如：刚出院、家中有事',
    reasonMissing: '请填写添加原因。',
    confirm: '加入名单',
    cancel: '不添加',
  },
} as const

/** How many people of a round have a result. */
export function recordedCount(round: VisitRound): number {
  return round.doneCount + round.absentCount + round.refusedCount
}
