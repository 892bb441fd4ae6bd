import type { CareEventDraft, CareEventKind, CareEventProblem } from '../care-event.ts'
import { grouped } from './grouped.ts'

export const careEventKindLabels = {
  bereavement: '丧事',
  seriousIllness: '重病',
  disaster: '灾害',
  dispute: '纠纷',
  other: '其他大事',
  hospitalStay: '住院',
} as const satisfies Record<CareEventKind, string>

/** What the fields are called. */
export const careEventFieldLabels = {
  kind: '什么事',
  residentId: '谁家的事',
  isForHousehold: '全家的事',
  staffId: '负责走访的人',
  reportedOn: '得知的日期',
  reportedBy: '听谁说的',
  happenedOn: '发生的日期',
  hospital: '医院',
  ward: '病区和床位',
  admittedOn: '住院日期',
  dischargedOn: '出院日期',
  note: '情况',
} as const satisfies Record<keyof CareEventDraft, string>

/** Why an input can't be, said at its field. */
export const careEventProblemTexts = {
  missing: (label: string) => `请填写${label}。`,
  future: () => '这个日期在今天以后，请检查。',
  beforeAdmission: () => '出院日期早于住院日期，请检查。',
  beforeReport: () => '得知的日期早于事情发生的日期，请检查。',
  beforeBirth: () => '这个日期早于这个人的出生日期，请检查。',
  afterDeath: () => '这个日期在去世日期以后，请检查。',
} as const satisfies Record<CareEventProblem, (label: string) => string>

/** Words of family events and stays in hospital. */
export const careEventLabels = {
  title: '大事与住院',
  intro:
    '居民家里有丧事、灾害、纠纷等大事，或者有人重病、住院，听说后在这里登记，请负责的人上门看望。重病和住院是健康信息，只有负责走访的人和主任能看到内容。',
  add: '登记大事或住院',
  tableName: '家庭大事',
  total: (count: number) => `共 ${grouped(count)} 件`,
  columns: {
    reportedOn: '得知日期',
    kind: '什么事',
    person: '谁家',
    address: '住址',
    worker: '负责走访',
    note: '情况',
  },
  /** Why a visit is off the list; says nothing of what it was for. */
  noMoreVisit: '不用再走访',
  wholeHousehold: (name: string) => `${name}一家`,
  closedWorker: (name: string) => `${name}（账号已停用）`,
  filters: {
    kind: '什么事',
    everyKind: '全部',
    worker: '负责走访',
    everybody: '所有人',
    clear: '清除条件',
  },
  empty: {
    title: '还没有登记家庭大事',
    text: '听说哪家有事，点“登记大事或住院”。',
    filteredTitle: '没有符合条件的大事',
    filteredText: '请放宽条件，或点“清除条件”。',
  },
  form: {
    addTitle: '登记大事或住院',
    changeTitle: (kind: string, name: string) => `${name}：${kind}`,
    find: '谁家的事（查找居民）',
    who: (name: string) => `关于：${name}`,
    concerns: '这件事',
    ofPerson: '是本人的事',
    ofHousehold: '是全家的事',
    kindHelp: '重病和住院只有负责走访的人和主任能看到。',
    sealedHint: (name: string) =>
      `这是健康信息。保存以后，只有${name}和主任能看到内容，其他人（包括登记的人）只知道已经交给${name}。`,
    reportedByHelp: '例如 邻居李阿姨、本人女儿',
    noteHelp: '例如 家里谁在照顾、需要什么帮助',
    wardHelp: '例如 内科 3 病区 12 床，可不填',
    dischargedHelp: '还在住院就不填',
    datePlaceholder: '例如 2026-11-1',
    save: '保存',
    cancel: '不保存',
    remove: '删除这条登记',
    kindMissing: '请选择是什么事。',
    personMissing: '请选一位居民。',
    workerMissing: '请选择负责走访的人。',
    workerUnfit: '这个人的账号已停用或只能查看，请换一个人。',
    otherSecrecy: '保密的（重病、住院）和不保密的事不能互相改。请删除这条登记，再重新登记。',
  },
  deceased: {
    title: (name: string) => `${name}已登记去世`,
    text: '这个人已登记为去世或据报去世。要补记的是去世以前的住院吗？补记以后不安排走访。',
    confirm: '是去世以前的住院',
    cancel: '选错了，改一改',
  },
  saved: (kind: string, name: string) => `已登记：${name}，${kind}。`,
  changed: (kind: string, name: string) => `已保存：${name}，${kind}。`,
  savedSealed: (worker: string) => `已登记，交给${worker}负责。内容只有${worker}和主任能看到。`,
  removed: '这条登记已删除。',
  remove: {
    title: '删除这条登记？',
    text: '登记错了才删除；事情已经过去的不用删。已经做过的走访保留。',
    reason: '为什么删除',
    placeholder: '例如 登记错了人',
    missing: '请填写原因。',
    confirm: '删除',
    cancel: '不删除',
  },
  sealed: {
    title: '保密的重病和住院',
    text: '这里只有由您负责的；主任能看到全部。每次查看都会记入操作记录，显示一分钟后自动隐藏。',
    show: '查看重病和住院',
    hide: '收起',
    count: (count: number) => `共 ${grouped(count)} 件`,
    empty: '没有由您负责的重病或住院。',
    inHospital: '住院中',
    edit: (name: string) => `修改${name}的登记`,
    change: '修改',
  },
  card: {
    title: '家里的大事',
    empty: '没有登记过家庭大事。',
    add: '登记大事或住院',
    open: '修改',
    reported: (day: string, by: string) => `${day} 得知，${by}说的`,
    worker: (name: string) => `${name}负责走访`,
  },
} as const

/** What is known of an event, in one line, without whom it is about. */
export function careEventText(draft: CareEventDraft): string {
  const { kind, happenedOn, hospital, ward, admittedOn, dischargedOn, reportedOn, reportedBy, note } = draft
  const stay = [
    [hospital, ward].filter((part) => part !== '').join(' '),
    admittedOn === null ? '' : `${admittedOn} 住院`,
    dischargedOn === null ? '' : `${dischargedOn} 出院`,
  ]
  return [careEventKindLabels[kind], happenedOn ?? '', ...stay, `${reportedOn} 得知（${reportedBy}）`, note]
    .filter((part) => part !== '')
    .join('，')
}
