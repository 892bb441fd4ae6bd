import { yuanText, type AmountProblem } from '../amount.ts'
import type { HelpCaseDraft, HelpCaseProblem, HelpOutcome } from '../help-case.ts'
import { grouped } from './grouped.ts'

export const helpOutcomeLabels = {
  open: '办理中',
  solved: '已解决',
  partly: '部分解决',
  notSolved: '没有解决',
  withdrawn: '本人撤回',
} as const satisfies Record<HelpOutcome, string>

/** What the fields are called. */
export const helpCaseFieldLabels = {
  residentId: '求助的居民',
  isForHousehold: '全家的事',
  request: '求助内容',
  openedOn: '受理日期',
  staffId: '经办人',
  steps: '办理经过',
  outcome: '结果',
  closedOn: '办结日期',
  result: '办理结果',
  amountFen: '追回金额',
} as const satisfies Record<keyof HelpCaseDraft, string>

/** Why an input can't be, said at its field. */
export const helpCaseProblemTexts = {
  missing: (label: string) => `请填写${label}。`,
  future: () => '这个日期在今天以后，请检查。',
  beforeOpening: () => '这个日期早于受理日期，请检查。',
  afterClosing: () => '这个日期晚于办结日期，请检查。',
  notClosed: () => '还在办理中，不用填办结日期；已经办结的，请先选结果。',
} as const satisfies Record<HelpCaseProblem, (label: string) => string>

/** What is wrong with a typed amount. */
export const amountProblemTexts = {
  format: '金额看不懂，请写成 13000 或 13000.50（元）。',
  negative: '金额不能是负数，请检查。',
  tooFine: '金额最多到分（小数点后两位），请检查。',
  tooMuch: '金额太大了，请检查。',
} as const satisfies Record<AmountProblem, string>

/** Money as it is read: 13,000 元 or 13,000.50 元. */
export function moneyText(amountFen: number): string {
  const [yuan = '0', fen] = yuanText(amountFen).split('.')
  return `${grouped(Number(yuan))}${fen === undefined ? '' : `.${fen}`} 元`
}

/** Words of people's requests for help. */
export const helpCaseLabels = {
  title: '求助事项',
  intro: '居民来求助的事一件一件记在这里：谁求什么、办了哪几步、结果怎样、用了几天、帮居民追回多少钱。',
  add: '登记求助',
  tableName: '求助事项列表',
  total: (count: number, openCount: number, money: string) =>
    `共 ${grouped(count)} 件，其中办理中 ${grouped(openCount)} 件；追回 ${money}`,
  columns: {
    openedOn: '受理日期',
    person: '求助的居民',
    request: '求助内容',
    handler: '经办人',
    outcome: '结果',
    days: '办理天数',
    amount: '追回金额',
  },
  days: (count: number) => `${grouped(count)} 天`,
  wholeHousehold: (name: string) => `${name}一家`,
  closedHandler: (name: string) => `${name}（账号已停用）`,
  filters: {
    handler: '经办人',
    everybody: '所有人',
    state: '办理情况',
    everyState: '全部',
    closed: '已办结（全部结果）',
    periodOf: '日期指',
    openedOn: '受理日期',
    closedOn: '办结日期',
    from: '从哪天',
    to: '到哪天',
    money: '只看追回了钱的',
    datePlaceholder: '例如 2026-11-1',
    clear: '清除条件',
  },
  empty: {
    title: '还没有登记求助事项',
    text: '有居民来求助，点“登记求助”。',
    filteredTitle: '没有符合条件的求助事项',
    filteredText: '请放宽条件，或点“清除条件”。',
  },
  years: {
    title: '按年统计',
    tableName: '求助事项按年统计',
    help: '点一个数字，下面的列表就只列这些事项。追回金额按办结的年份算。',
    year: '年份',
    yearText: (year: number) => `${year} 年`,
    opened: '受理',
    closed: '办结',
    amount: '追回金额',
    cases: (count: number) => `${grouped(count)} 件`,
    nameless: (count: number) => `另有 ${grouped(count)} 件的居民资料已永久删除，只计数，不列出。`,
    open: (year: number, what: string, text: string) => `列出 ${year} 年${what}的 ${text}`,
  },
  form: {
    newTitle: '登记求助',
    title: (name: string) => `${name}的求助`,
    back: '回到求助事项',
    find: '求助的居民（查找）',
    concerns: '这件事',
    ofPerson: '是本人的事',
    ofHousehold: '是全家的事',
    who: (name: string, address: string) => [name, address].filter((part) => part !== '').join('，'),
    requestHelp: '求什么，起因是什么',
    daysOpen: (days: number, isOpen: boolean) =>
      isOpen ? `已办理 ${grouped(days)} 天（受理当天不算）` : `用了 ${grouped(days)} 天（受理当天不算）`,
    steps: '办理经过',
    noSteps: '还没有记录办了哪几步。',
    addStep: '加一步',
    step: (position: number) => `第 ${position} 步`,
    stepOn: '日期',
    stepText: '做了什么',
    stepBy: '谁办的',
    removeStep: (position: number) => `删除第 ${position} 步`,
    remove: '删除',
    ofStep: (position: number, label: string) => `第 ${position} 步的${label}`,
    amount: '追回金额（元）',
    amountHelp: '没有追回钱的不填；有零头写到分，例如 13000.50',
    datePlaceholder: '例如 2026-11-1',
    save: '保存',
    cancel: '不保存',
    saved: '求助事项已保存。',
    created: '求助事项已登记。',
    removeCase: '删除这件求助',
    personMissing: '请选一位居民。',
    workerMissing: '请选择经办人。',
    workerUnfit: '这个人的账号已停用或只能查看，请换一个人。',
    loading: '正在打开……',
    recorded: (staffName: string, moment: string) => `${staffName}登记于 ${moment}`,
    openResident: '打开居民资料',
  },
  removed: '这件求助已删除。',
  removal: {
    title: '删除这件求助？',
    text: '登记错了才删除。本人不办了的，请把结果选成“本人撤回”。',
    reason: '为什么删除',
    placeholder: '例如 重复登记',
    missing: '请填写原因。',
    confirm: '删除',
    cancel: '不删除',
  },
  card: {
    title: '求助事项',
    empty: '没有登记过求助事项。',
    add: '登记求助',
  },
} as const

/** What is known of a case, in one line, without whom it is about. */
export function helpCaseText({
  request,
  openedOn,
  steps,
  outcome,
  closedOn,
  result,
  amountFen,
}: HelpCaseDraft): string {
  return [
    `${openedOn} 受理：${request}`,
    steps.length === 0 ? '' : `办理 ${steps.length} 步`,
    [closedOn ?? '', helpOutcomeLabels[outcome]].filter((part) => part !== '').join(' '),
    result,
    amountFen === null ? '' : `追回 ${moneyText(amountFen)}`,
  ]
    .filter((part) => part !== '')
    .join('；')
}
