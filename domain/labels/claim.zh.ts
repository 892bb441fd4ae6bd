import type { RecordedClaim } from '../claim-history.ts'
import type { ClaimantKind, ClaimantState, ClaimEndReason } from '../claim.ts'
import { grouped } from './grouped.ts'

export const claimantKindLabels = {
  partyMember: '党员',
  activist: '入党积极分子',
  volunteer: '志愿者',
  worker: '工作人员',
  other: '其他',
} as const satisfies Record<ClaimantKind, string>

export const claimEndReasonLabels = {
  claimantIll: '认领人生病',
  claimantLeft: '认领人离开',
  rearranged: '工作调整',
  elderDeclined: '老人不需要了',
  elderDied: '老人去世',
  elderMovedOut: '老人迁出',
  mistake: '登记错误',
  merged: '两条记录合并',
  other: '其他原因',
} as const satisfies Record<ClaimEndReason, string>

/** Why somebody can look after nobody any more. */
export const claimantStateLabels = {
  deceased: '已去世',
  deathReported: '据报已去世',
  movedOut: '已迁出',
  removed: '资料已移除',
  accountClosed: '账号已停用',
  closed: '已停用',
} as const satisfies Record<NonNullable<ClaimantState>, string>

export const contactKindLabels = { visit: '走访', call: '电话' } as const

/** What lines of a person's history are about. */
export const careHistoryLabels = { claim: '认领', phoneCall: '电话问候' } as const

export const claimLabels = {
  /** In place of the name of somebody whose record is gone. */
  forgotten: '（资料已移除）',
  cancel: '取消',
  separator: '、',
  more: '……',
  comma: '，',
  claimantChoice: (name: string, kind: string) => `${name}（${kind}）`,
  tabs: { board: '认领板', calls: '电话问候', counts: '问候统计', people: '认领人' },
  board: {
    title: '认领板',
    on: '看哪一天',
    onHelp: '可以看从前某一天谁认领着谁',
    today: '回到今天',
    past: (on: string) => `这是 ${on} 的认领情况，只能看，不能改。`,
    badDate: '请填写日期，例如 2026-11-25，不能晚于今天。',
    newPost: '新岗位',
    claim: '认领老人',
    print: '打印认领表',
    posts: '岗位和认领人',
    everybody: '全部已认领',
    overdue: '逾期未联系',
    unclaimed: '还没有人认领',
    people: (count: number) => `${grouped(count)} 人`,
    overduePeople: (count: number) => `逾期 ${grouped(count)} 人`,
    quota: (count: number, quota: number) => `${grouped(count)} / ${grouped(quota)} 人`,
    overQuota: (count: number) => `超出名额 ${grouped(count)} 人`,
    every: (days: number) => (days === 1 ? '每天问候' : `每 ${days} 天问候一次`),
    closedPost: '已停用',
    editPost: (name: string) => `修改岗位“${name}”`,
    gone: (state: string) => `${state}，请交接`,
    noPosts: '还没有认领岗位。先建一个岗位（例如“孝亲岗”），再登记认领人，就可以把老人分给他们了。',
    tableName: '老人',
    columns: {
      name: '姓名',
      age: '年龄',
      address: '住址',
      phone: '电话',
      claimant: '认领人',
      lastContact: '上次联系',
      nextDue: '下次应联系',
    },
    filterIs: (name: string) => `哪些人应该有人认领：${name}`,
    withEnd: (claimant: string, end: string) => `${claimant}，${end}`,
    withMentor: (claimant: string, mentor: string) => `${claimant}（${mentor}带）`,
    never: '还没有联系过',
    dueToday: '今天',
    overdueBy: (days: number) => `逾期 ${grouped(days)} 天`,
    until: (on: string) => `认领到 ${on}`,
    count: (count: number) => `共 ${grouped(count)} 人`,
    emptyClaimed: '这里还没有认领的老人。',
    emptyOverdue: '没有逾期未联系的老人。',
    emptyUnclaimed: '应该有人认领的老人，都已经有人认领。',
    problems: {
      notReadable: '用来找人的常用条件里有您不能查看的内容，所以这里不显示。需要时请找主任。',
      outdated: '用来找人的常用条件已经用不了，请主任在上面另选一个。',
      notToday: '从前哪些老人没有人认领，已经查不到了，只能看今天的。',
    },
    filter: '哪些人应该有人认领',
    usualFilter:
      '70 岁以上独居或孤寡的，和孤寡、空巢、残疾、失能、重病、特困、低保、计生特殊家庭的人（软件自带）',
    usualFilterHelp: '要换成别的条件，请先在居民名单里保存一个常用条件。',
    filterSaved: '已改好，名单按新的条件重新找过。',
    actions: '对选中的老人',
    hint: '点方框选老人，就可以认领、交接或结束认领。',
    chosen: (count: number) => `已选 ${grouped(count)} 人`,
    tooMany: '一次最多选 200 人。',
    none: '取消选择',
    all: '全选',
    row: (name: string) => `选择${name}`,
    claimChosen: '认领',
    handOverChosen: '交接',
    handOverAll: (name: string) => `交接${name}的全部老人`,
    end: '结束认领',
    call: '记电话',
    severalClaimants: '选中的老人不是同一个人认领的。请先在左边点开一位认领人，再选老人交接。',
    claimed: (count: number) => `已认领 ${grouped(count)} 位老人。`,
    handedOver: (count: number) => `已交接 ${grouped(count)} 位老人。`,
    ended: (count: number) => `已结束 ${grouped(count)} 位老人的认领。`,
    postSaved: (name: string) => `岗位“${name}”已保存。`,
    called: (name: string) => `已记下给${name}的电话。`,
  },
  post: {
    addTitle: '新岗位',
    editTitle: (name: string) => `修改岗位“${name}”`,
    name: '岗位名称',
    quota: '名额（一共认领多少位老人）',
    callEveryDays: '几天问候一次',
    callEveryDaysHelp: '超过这么多天没有联系上，就算逾期',
    note: '备注',
    isClosed: '停用这个岗位（不再认领新的老人）',
    save: '保存',
    quotaNumber: '请填写 1 到 5000 的整数，例如 20。',
    daysNumber: '请填写 1 到 365 的整数，例如 7。',
  },
  start: {
    title: '认领老人',
    elders: (names: string, count: number) => `${names}（共 ${grouped(count)} 人）`,
    person: '找老人（姓名、拼音、住址）',
    personMissing: '请先选一位老人。',
    post: '岗位',
    claimant: '认领人',
    mentor: '带教人（可不选）',
    noMentor: '不选',
    choose: '请选择',
    fromOn: '从哪天起',
    note: '备注（可不填）',
    save: '认领',
    noClaimants: '还没有可以选的认领人。请先到“认领人”一页登记。',
  },
  handOver: {
    title: (name: string) => `交接${name}认领的老人`,
    all: '把这位认领人的全部老人交接出去。',
    some: (names: string, count: number) => `交接：${names}（共 ${grouped(count)} 人）`,
    toClaimant: '交给谁',
    choose: '请选择',
    same: (name: string) => `还是${name}（只换岗位或带教人）`,
    toPost: '岗位',
    samePost: '不变',
    mentor: '带教人',
    sameMentor: '不变',
    noMentor: '不要带教人',
    fromOn: '从哪天起由新的人认领',
    reason: '为什么交接',
    note: '说明（可不填）',
    save: '交接',
    history: '原来的认领会留在记录里，到前一天为止。',
  },
  end: {
    title: '结束认领',
    text: (names: string, count: number) => `不再有人认领：${names}（共 ${grouped(count)} 人）`,
    lastOn: '认领到哪天为止',
    reason: '原因',
    mistakeHelp: '选“登记错误”的，这次认领当作没有过。',
    note: '说明（可不填）',
    save: '结束认领',
  },
  people: {
    title: '认领人',
    help: '认领人可以是本社区居民、工作人员，或者其他人员（例如外单位的党员、志愿者）。居民和工作人员的姓名跟着他们自己的资料走。',
    add: '登记认领人',
    empty: '还没有登记认领人。',
    columns: {
      name: '姓名',
      kind: '身份',
      source: '来自',
      phone: '电话',
      elders: '认领老人',
      mentor: '可以带人',
      state: '情况',
      note: '备注',
    },
    sources: { resident: '本社区居民', staff: '工作人员', outside: '其他人员' },
    count: (count: number) => `共 ${grouped(count)} 位认领人`,
    edit: (name: string) => `修改${name}`,
    editShort: '修改',
    print: (name: string) => `打印${name}的认领表`,
    printShort: '认领表',
    yes: '可以',
    fine: '正常',
    saved: (name: string) => `${name}已保存。`,
  },
  claimant: {
    addTitle: '登记认领人',
    editTitle: (name: string) => `修改认领人${name}`,
    source: '这个人是',
    sourceIs: (source: string, name: string) => `${source}：${name}`,
    resident: '找居民（姓名、拼音、住址）',
    residentMissing: '请先找到并选一位居民。',
    staff: '工作人员账号',
    staffMissing: '请选一位工作人员。',
    noStaff: '请选择',
    name: '姓名',
    nameMissing: '请填写姓名。',
    kind: '身份',
    phone: '电话（可不填）',
    isMentorAble: '可以带别人（例如党员带入党积极分子）',
    note: '备注（可不填）',
    isClosed: '停用（不再认领老人）',
    save: '保存',
  },
  card: {
    title: '认领和电话问候',
    by: (name: string, post: string) => `由${name}认领（${post}）`,
    mentor: (name: string) => `带教人：${name}`,
    since: (on: string) => `从 ${on} 起`,
    nobody: '还没有人认领。',
    before: '以前认领过的人',
    formerBy: (name: string, post: string) => `${name}（${post}）`,
    call: (on: string, by: string, result: string) => `${on} ${by}：${result}`,
    period: (fromOn: string, toOn: string) => `${fromOn} 至 ${toOn}`,
    mistake: '没有生效',
    calls: '最近的电话',
    noCalls: '还没有打过电话。',
    record: '记一次电话',
    recorded: '已记下。',
    all: (count: number) => `看全部 ${grouped(count)} 次`,
  },
} as const

/** Shape: names by id. */
export interface ClaimNames {
  readonly posts: ReadonlyMap<number, string>
  readonly claimants: ReadonlyMap<number, string>
}

export const noClaimNames: ClaimNames = { posts: new Map(), claimants: new Map() }

/** A claim in the history of a person. */
export function recordedClaimText(claim: RecordedClaim, { posts, claimants }: ClaimNames): string {
  const { claimPostId, claimantId, mentorId, fromOn, toOn, endReason } = claim
  const nameOf = (id: number) => claimants.get(id) || claimLabels.forgotten
  const mentor = mentorId === null ? '' : `，带教人 ${nameOf(mentorId)}`
  const end = toOn === null ? '起' : `至 ${toOn}`
  const reason = endReason === null ? '' : `（${claimEndReasonLabels[endReason]}）`
  return `${posts.get(claimPostId) ?? ''}：${nameOf(claimantId)}${mentor}，${fromOn} ${end}${reason}`
}
