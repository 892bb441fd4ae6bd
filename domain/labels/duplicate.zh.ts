import type { DuplicateCertainty, DuplicateReason, DuplicateSuspicion, NameAgreement } from '../duplicate.ts'
import type { MergeField, MergePart, MergeUndo } from '../duplicate-merge.ts'
import { residentFieldLabels } from './field.zh.ts'
import { grouped } from './grouped.ts'
import { residentLabels } from './resident.zh.ts'

export const duplicateCertaintyLabels = {
  almostSure: '几乎可以肯定',
  likely: '很可能',
  possible: '有可能',
} as const satisfies Record<DuplicateCertainty, string>

const reasonTexts = {
  sameNumber: '证件号码相同',
  formerNumber: '和一方以前的证件号码相同',
  fifteenDigits: '一方是 15 位旧号码，和另一方 18 位号码是同一个',
  misreadNumber: '证件号码只差一处',
  sameBirth: '出生日期相同',
  partialBirth: '出生日期对得上（有一方不完整）',
  samePhone: '电话相同',
} as const satisfies Record<DuplicateReason['code'], string>

const nameTexts = {
  same: '姓名相同',
  separator: '姓名只差间隔号或空格',
  script: '姓名只差繁体、异体字',
  sound: '姓名读音相同、字不同',
  oneCharacter: '姓名只差一个字',
} as const satisfies Record<NameAgreement, string>

/** What each field of a merge is called. */
export const mergeFieldLabels = {
  ...residentFieldLabels,
  document: '证件',
  marriage: '婚姻状况和配偶',
  presence: residentLabels.list.presence,
  home: '住址、所在户和与户主关系',
  currentAddress: '现住址',
} as const satisfies Record<MergeField, string>

const mergePartLabels = {
  ...mergeFieldLabels,
  visits: '走访记录',
  claims: '认领',
  calls: '电话问候',
  lifeEvents: '迁入迁出等登记',
  helpCases: '求助事项',
  duties: '楼长、居民代表等职务',
} as const satisfies Record<MergePart, string>

/** Words of the pages about records that may be one person. */
export const duplicateLabels = {
  list: {
    open: '疑似重复',
    title: '疑似重复',
    tableName: '疑似重复的居民',
    text: '下面每一行是两条可能登记了同一个人的记录。软件不会自己合并，请逐个核对后决定。',
    scanning: '正在查找重复的居民……',
    progressName: '查找进度',
    progress: (done: number, total: number) =>
      `正在查找重复的居民……已完成 ${String(Math.floor((100 * done) / total))}%`,
    stop: '停止查找',
    stopped: '查找已停止。',
    again: '重新查找',
    merges: '合并记录',
    certainty: '把握',
    everyCertainty: (count: number) => `全部（${grouped(count)} 对）`,
    certaintyOption: (certainty: DuplicateCertainty, count: number) =>
      `${duplicateCertaintyLabels[certainty]}（${grouped(count)} 对）`,
    total: (count: number) => `共 ${grouped(count)} 对`,
    cut: '重复的太多，只列出了一部分。可能同一份名单导入了两次，请先到“导入花名册”撤销多余的一次。',
    columns: {
      group: '组',
      first: '第一条记录',
      second: '第二条记录',
      reason: '为什么',
      certainty: '把握',
    },
    group: (order: number, size: number) => (size > 2 ? `${order}（${size} 条）` : String(order)),
    person: (parts: readonly string[]) => parts.filter((part) => part !== '').join('　'),
    emptyTitle: '没有发现重复的居民',
    emptyText: (count: number) => `已经比对全部 ${grouped(count)} 位居民的姓名、证件号码、出生日期和电话。`,
    noneOfCertainty: '没有这种把握的。请在“把握”里选“全部”。',
  },
  pair: {
    title: '核对两条记录',
    back: '回到疑似重复',
    loading: '正在读取……',
    first: '第一条记录',
    second: '第二条记录',
    field: '项目',
    why: (reasons: string, certainty: string) => `${reasons}。${certainty}是同一个人。`,
    notSuspected: '这两条记录现在看不出是同一个人。',
    distinct: (staffName: string, day: string, reason: string) =>
      `${staffName}在 ${day} 认定不是同一个人。原因：${reason}`,
    hint: '两边不同的项目，请选要留下的一边；相同的不用选。电话和关爱类别两边都会留下。',
    empty: '（空）',
    both: '两边都留下',
    bothKept: '两边都会留下',
    differing: '两边不同',
    openRecord: (order: string) => `打开${order}的资料`,
    attached: '这条记录上还有',
    visits: (count: number) => `走访 ${grouped(count)} 次`,
    imports: (count: number) => `来自 ${grouped(count)} 次导入`,
    housemates: (count: number) => `同户另有 ${grouped(count)} 人`,
    head: '是户主',
    sealed: (count: number) => `保密事项 ${grouped(count)} 项`,
    nothingAttached: '没有走访、导入和同户的人',
    allMoves: '合并后，两边的走访等记录都归到留下的这一条上。',
    merge: '是同一个人，合并',
    apart: '不是同一个人……',
    offerAgain: '撤回这个认定',
    confirmTitle: (name: string) => `把两条记录合并成一条“${name}”？`,
    confirmText:
      '另一条记录会从名单、查找和统计里消失，内容都保存着。合错了可以在“合并记录”里撤销，恢复成两条；合并以后改过的内容不会动。',
    confirm: '合并',
    cancel: '再看看',
    merged: (name: string) => `已合并成一条“${name}”。合错了可以在“合并记录”里撤销。`,
    keptApart: (one: string, other: string) =>
      one === other
        ? `已记下：两位${one}不是同一个人，不再提示。`
        : `已记下：${one}和${other}不是同一个人，不再提示。`,
  },
  apart: {
    title: '这两条记录是两个人',
    text: '记下原因后，这一对不再出现在“疑似重复”里；以后姓名、证件、出生日期或电话有变动，会重新提示。',
    reason: '怎么知道是两个人',
    reasonPlaceholder: '例如：叔侄同名，已核对户口簿',
    reasonMissing: '请写明怎么知道是两个人。',
    confirm: '记下',
    cancel: '取消',
  },
  merges: {
    title: '合并记录',
    tableName: '合并过的居民',
    text: '合错了，选中那一行，就能撤销合并，恢复成原来的两条记录。',
    total: (count: number) => `共合并过 ${grouped(count)} 次`,
    columns: { at: '时间', staff: '谁', kept: '留下的记录', merged: '并进去的记录', state: '情况' },
    merged: '已合并',
    undone: '已撤销',
    emptyTitle: '还没有合并过',
    emptyText: '在“疑似重复”里核对并合并的记录，会列在这里。',
    undoTitle: (name: string) => `撤销合并，恢复“${name}”？`,
    undoText:
      '两条记录都恢复成合并以前的样子。合并以后改过的内容和新记的走访不会动，仍在原来留下的那条记录上，并会告诉您。',
    alreadyUndone: '这次合并已经撤销过了。',
    undo: '撤销合并',
    close: '关闭',
    openKept: '打开留下的记录',
  },
} as const

/** Why a pair is offered, in one line: how the names agree, then the rest. */
export function suspicionText({ reasons, names }: DuplicateSuspicion): string {
  const parts = reasons.map(reasonText)
  return [names === null ? '姓名不同' : nameTexts[names], ...parts].join('，')
}

function reasonText({ code, misread }: DuplicateReason): string {
  if (misread === null) return reasonTexts[code]
  const order = misread === 'first' ? duplicateLabels.pair.first : duplicateLabels.pair.second
  return `${reasonTexts[code]}，${order}的校验位不对，多半是它输错了`
}

/** What taking a merge back did, in one or two sentences. */
export function mergeUndoText({ changedParts, addedParts }: MergeUndo): string {
  const named = (parts: readonly MergePart[]) =>
    parts.map((part) => mergePartLabels[part]).join(residentLabels.list.careTagSeparator)
  const kept = [
    changedParts.length === 0 ? '' : `合并以后改过的${named(changedParts)}没有动，请核对。`,
    addedParts.length === 0 ? '' : `合并以后新加的${named(addedParts)}留在原来留下的那条记录上，请核对。`,
  ]
  return `已撤销合并，两条记录都恢复了。${kept.join('')}`
}
