import type { AuditAction, AuditObject } from '../audit.ts'
import type { AuditCheck, AuditRow } from '../audit-view.ts'
import type { ChannelName } from '../contract.ts'
import { careEventFieldLabels } from './care-event.zh.ts'
import { helpCaseFieldLabels } from './help-case.zh.ts'
import { committeeFieldLabels, residentFieldLabels } from './field.zh.ts'
import { listColumnLabels } from './resident-list.zh.ts'
import { grouped } from './grouped.ts'
import { chineseMoment } from './moment.zh.ts'
import { revealGroupLabels, revealPurposeLabels } from './reveal.zh.ts'
import type { LifeEventKind } from '../life-event.ts'
import { lifeEventLabels } from './life.zh.ts'
import { diaryFieldLabels } from './diary.zh.ts'
import { registerFieldLabels } from './office.zh.ts'
import { personAskerLabels } from './person-data.zh.ts'
import { roleLabels } from './staff.zh.ts'

export const auditActionLabels = {
  ledgerCreated: '建立台账',
  ledgerConverted: '给台账加密',
  signedIn: '登录',
  signInFailed: '登录失败',
  locked: '锁屏',
  unlocked: '解锁',
  unlockFailed: '解锁失败',
  denied: '没有权限',
  added: '新增',
  changed: '修改',
  removed: '移出',
  deleted: '删除',
  restored: '恢复',
  imported: '导入',
  importUndone: '撤销导入',
  bulkChanged: '批量修改',
  bulkUndone: '撤销批量修改',
  importCopySaved: '存待改正的表',
  passwordChanged: '改密码',
  passwordReset: '重设密码',
  pinChanged: '改 PIN 码',
  recoveryCodeMade: '生成恢复码',
  recoveryCodeUsed: '使用恢复码',
  accountClosed: '停用账号',
  handedOver: '移交工作',
  clockDoubted: '时钟不对',
  revealed: '查看完整号码',
  dataIssued: '给出个人信息',
  noticeSigned: '登记告知书签收',
  noticeWithdrawn: '删除签收登记',
  erased: '永久删除',
  keptApart: '认定不是同一人',
  merged: '合并居民',
  unmerged: '撤销合并',
  offeredAgain: '重新核对重复',
  sealedViewed: '查看保密事项',
  sealedChanged: '修改保密事项',
  printed: '打印',
  savedAsPdf: '存为 PDF',
  savedAsWorkbook: '存为 Excel',
  paperFailed: '打印失败',
  copied: '复制名单',
  listFailed: '存名单失败',
  backedUp: '备份',
  lifeEvent: '登记去向',
  lifeEventWithdrawn: '撤回去向登记',
  changeUndone: '撤销一处修改',
  claimHandedOver: '交接认领',
  claimEnded: '结束认领',
  callWithdrawn: '撤销通话记录',
  backupRestored: '从备份恢复',
  backupRestoreUndone: '撤销恢复',
  ledgerRetired: '停用台账',
  ledgerReactivated: '重新启用',
} as const satisfies Record<AuditAction, string>

export const auditObjectLabels = {
  ledger: '台账',
  staff: '工作人员',
  committee: '居委会信息',
  setting: '设置',
  building: '楼栋',
  household: '户',
  officeProfile: '社区概况',
  officeWorker: '社区工作人员',
  residentGroup: '居民小组',
  grid: '网格',
  buildingHead: '楼长',
  residentRepresentative: '居民代表',
  facility: '办公和服务用房',
  stationedUnit: '驻区单位',
  partyOrganisation: '党组织',
  yearlyFigure: '年度数据',
  resident: '居民',
  rosterImport: '花名册导入',
  bulkChange: '批量修改',
  residentList: '居民名单',
  visitRule: '走访规则',
  visitRound: '走访轮次',
  visitTask: '走访记录',
  careEvent: '家庭大事',
  helpCase: '求助事项',
  savedFilter: '常用条件',
  channel: '功能',
  paper: '打印材料',
  submittedSheet: '上报的统计表',
  rosterKind: '花名册种类',
  ownField: '自定义字段',
  claimPost: '认领岗位',
  claimant: '认领人',
  claim: '认领',
  phoneCall: '电话问候',
  diaryEntry: '民情日记',
} as const satisfies Record<AuditObject, string>

const fieldLabels: Readonly<Record<string, string>> = {
  ...committeeFieldLabels,
  ...listColumnLabels,
  ...residentFieldLabels,
  ...revealGroupLabels,
  record: '整条资料',
  role: '角色',
  workFields: '分管条线',
  isInSealedCircle: '保密人员',
  textSizePercent: '文字大小',
  outcome: '走访情况',
  visitedOn: '走访日期',
  visitor: '走访人',
  ruleName: '规则名称',
  trigger: '什么时候走访',
  daysBefore: '提前天数',
  daysAfter: '顺延天数',
  responsible: '负责人',
  responsibleStaffId: '负责的工作人员',
  startsOn: '开始日期',
  isRepeating: '是否每次都走访',
  isActive: '是否启用',
  isRemoved: '是否在名单上',
  removedReason: '移出原因',
  ...registerFieldLabels,
  ...diaryFieldLabels,
  headOfHousehold: '换户主',
  split: '分户',
  mergedHousehold: '并户',
  aliases: '曾用名和别的写法',
  demolishedOn: '拆除日期',
  area: '居民小组和网格',
  mergedBuilding: '并入同一栋楼的另一种写法',
  filterName: '名称',
  condition: '条件',
  retentionRules: '资料保存年限',
  noticeText: '告知书的内容',
  claimFilterId: '哪些人应该有人认领',
  quota: '名额',
  callEveryDays: '几天问候一次',
  isClosed: '是否停用',
  kind: '身份',
  isMentorAble: '是否可以带人',
  residentId: '居民',
  staffId: '账号',
  calledOn: '通话日期',
  caller: '打电话的人',
  result: '通话结果',
  followUp: '要办的事',
  followUpDoneOn: '办完日期',
  ...underPrefix('careEvent', careEventFieldLabels),
  ...underPrefix('helpCase', helpCaseFieldLabels),
}

/** What several kinds of record have under one name is told apart. */
function underPrefix(prefix: string, labels: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).map(([field, label]) => [`${prefix}.${field}`, label]))
}

type Area = ChannelName extends infer Name ? (Name extends `${infer A}.${string}` ? A : never) : never

/** What somebody wanted to do who may not. */
const areaLabels = {
  app: '打开软件',
  setup: '设置台账',
  staff: '管理账号',
  help: '生成诊断文件',
  draft: '接着填没填完的表单',
  committee: '修改居委会信息',
  settings: '修改设置',
  building: '查看或修改楼栋',
  register: '查看或修改社区概况',
  office: '查看或修改社区概况',
  resident: '查看或修改居民资料',
  life: '登记居民去向',
  duplicate: '核对重复的居民',
  count: '统计',
  savedFilter: '保存、修改或删除常用条件',
  household: '查看或修改户',
  bulkChange: '批量修改居民资料',
  residentList: '把居民名单存出或复制',
  audit: '查看操作记录',
  backup: '备份和恢复',
  import: '导入花名册',
  visitRule: '查看或修改走访规则',
  dueVisit: '该走访的人',
  visitRound: '走访轮次',
  visitTask: '走访记录',
  careEvent: '登记和查看大事与住院',
  helpCase: '登记和查看求助事项',
  paper: '打印材料',
  print: '打印材料',
  notice: '告知书',
  retention: '删除保存期满的资料',
  rosterKind: '打印花名册',
  ownField: '设置自定义字段',
  claim: '认领老人',
  claimPost: '设置认领岗位',
  claimant: '登记认领人',
  phoneCall: '记录电话问候',
  contact: '查看问候和走访',
  diary: '民情日记',
  visitFigure: '走访统计',
} as const satisfies Record<Area, string>

const sentences: Readonly<Record<AuditAction, (row: AuditRow) => string>> = {
  ledgerCreated: () => '建立了台账',
  ledgerConverted: () => '把原来没有密码的台账转换成加密的台账',
  signedIn: () => '登录',
  signInFailed: (row) => `${account(row)}登录时输错密码${times(row)}`,
  locked: () => '锁上了台账',
  unlocked: () => '解锁继续工作',
  unlockFailed: () => '解锁时输错 PIN 码',
  denied: (row) => `想“${areaOf(row)}”，因为没有权限被拒绝`,
  added: (row) => `新增了${named(row)}${people(row, 'residentCount')}`,
  changed: (row) => `修改了${named(row)}${fieldsOf(row)}`,
  removed: (row) => {
    if (row.objectType === 'diaryEntry') return `删除了民情日记${diaryNumberOf(row)}`
    if (row.objectType === 'savedFilter' || row.objectType === 'rosterKind') return `删除了${named(row)}`
    return row.objectType === 'resident' ? `把${named(row)}放进回收站` : `把${named(row)}移出名单`
  },
  restored: (row) =>
    row.objectType === 'resident' ? `把${named(row)}从回收站恢复` : `把${named(row)}恢复到名单`,
  deleted: (row) => `删除了${auditObjectLabels[row.objectType]}里的一条`,
  imported: (row) => `导入花名册：新增 ${count(row, 'addedCount')} 人，更新 ${count(row, 'updatedCount')} 人`,
  importUndone: (row) =>
    `撤销了上次导入：删除 ${count(row, 'removedCount')} 人，恢复 ${count(row, 'restoredCount')} 人，保留 ${count(row, 'keptCount')} 人`,
  bulkChanged: (row) => `批量修改了 ${count(row, 'changedCount')} 人${fieldsOf(row)}`,
  bulkUndone: (row) =>
    `撤销了一次批量修改：恢复 ${count(row, 'restoredCount')} 人，保留 ${count(row, 'keptCount')} 人`,
  importCopySaved: (row) => `把花名册另存了一份标出错处的表（标出 ${count(row, 'cellCount')} 格）`,
  passwordChanged: () => '改了自己的密码',
  passwordReset: (row) => `给${account(row)}重设了密码`,
  pinChanged: () => '改了自己的 PIN 码',
  recoveryCodeMade: () => '生成了新的恢复码',
  recoveryCodeUsed: () => '用恢复码进入台账',
  accountClosed: (row) => `停用了${account(row)}的账号`,
  handedOver: (row) => `把停用账号负责的 ${count(row, 'count')} 项工作移交给${account(row)}`,
  clockDoubted: (row) => `登录时电脑的时间比上一条记录早：上一条在 ${lastAt(row)}`,
  revealed: (row) => `查看了${named(row)}的完整${row.fields.map(labelOf).join('、')}`,
  noticeSigned: (row) => `登记${named(row)}签收了告知书`,
  noticeWithdrawn: (row) => `删除了${named(row)}的一次签收登记`,
  erased: (row) => `永久删除了 ${count(row, 'personCount')} 位保存期满的居民的资料`,
  dataIssued: (row) => `把${named(row)}的个人信息查阅单给了${askerOf(row)}`,
  keptApart: (row) => `认定${named(row)}和编号 ${count(row, 'otherId')} 的居民不是同一个人`,
  merged: (row) => `把编号 ${count(row, 'otherId')} 的居民并入${named(row)}${fieldsOf(row)}`,
  unmerged: (row) => `撤销合并，${named(row)}和编号 ${count(row, 'otherId')} 的居民恢复成两条记录`,
  offeredAgain: (row) => `撤回认定，${named(row)}和编号 ${count(row, 'otherId')} 的居民重新列入疑似重复`,
  sealedViewed: (row) =>
    row.objectType === 'diaryEntry'
      ? `查看了保密的${named(row)}`
      : row.objectId === null && !('isWithheld' in row.detail)
        ? `查看了有保密事项的居民名单（${count(row, 'personCount')} 人）`
        : `查看了${named(row)}的保密事项`,
  sealedChanged: (row) =>
    row.objectType === 'diaryEntry' ? `写了或修改了保密的${named(row)}` : `修改了${named(row)}的保密事项`,
  printed: (row) => `打印了${paperOf(row)}`,
  savedAsPdf: (row) => `把${paperOf(row)}存为 PDF`,
  paperFailed: (row) => `${paperOf(row)}没有印成或存成`,
  savedAsWorkbook: (row) =>
    'paper' in row.detail
      ? `把${paperOf(row)}存为 Excel 表`
      : `把${listOf(row)}存为 Excel 文件${fieldsOf(row)}`,
  copied: (row) => `复制了${listOf(row)}`,
  listFailed: (row) =>
    row.objectType === 'rosterImport' ? '标出错处的表没有存成' : `${listOf(row)}没有存成或复制成`,
  backedUp: ({ detail }) => (detail['reason'] === 'usb' ? '把台账备份到 U 盘' : '做了一份备份'),
  lifeEvent: (row) => `登记${named(row)}${lifeKindOf(row)}`,
  lifeEventWithdrawn: (row) => `撤回了${named(row)}的“${lifeKindOf(row)}”登记`,
  changeUndone: (row) => `撤销了对${named(row)}的一处修改${fieldsOf(row)}`,
  claimHandedOver: (row) => `把${named(row)}交接给别人`,
  claimEnded: (row) => `结束了${named(row)}`,
  callWithdrawn: (row) => `撤销了${named(row)}的一次记录`,
  backupRestored: (row) => `用 ${madeAt(row)} 的备份恢复了台账，这一条以前的记录来自那份备份`,
  ledgerRetired: () => '停用了这台电脑上的台账，改到另一台电脑上用',
  ledgerReactivated: () => '重新启用了这台电脑上的台账',
  backupRestoreUndone: (row) => `撤销恢复，台账回到 ${madeAt(row)} 的样子`,
}

/** What an entry says, in one sentence without its subject. */
export function auditSentence(row: AuditRow): string {
  const purpose = row.detail['purpose']
  const label =
    typeof purpose === 'string' && purpose in revealPurposeLabels
      ? revealPurposeLabels[purpose as keyof typeof revealPurposeLabels]
      : ''
  const reason = [label, row.reason].filter((part) => part !== '').join('，')
  return reason === '' ? sentences[row.action](row) : `${sentences[row.action](row)}。原因：${reason}`
}

/** Who an entry is about, as people are called in the list. */
export function auditStaff({ staffName, role }: AuditRow): string {
  if (staffName === '') return auditLabels.nobody
  return role in roleLabels ? `${staffName}（${roleLabels[role as keyof typeof roleLabels]}）` : staffName
}

function named({ objectType, objectId, objectName }: AuditRow): string {
  const kind = auditObjectLabels[objectType]
  if (objectName !== null) return `${kind}“${objectName}”`
  return objectId === null ? kind : `${kind}（编号 ${objectId}，已不在台账里）`
}

function lifeKindOf({ detail }: AuditRow): string {
  const kind = detail['kind']
  return typeof kind === 'string' && kind in lifeEventLabels ? lifeEventLabels[kind as LifeEventKind] : ''
}

/** Its entry is gone, and its number stays in the trail. */
function diaryNumberOf({ detail }: AuditRow): string {
  const number = detail['number']
  return typeof number === 'string' ? `“${number}”` : ''
}

function askerOf({ detail }: AuditRow): string {
  const asker = detail['asker']
  return typeof asker === 'string' && asker in personAskerLabels
    ? personAskerLabels[asker as keyof typeof personAskerLabels]
    : ''
}

function account({ objectName }: AuditRow): string {
  return objectName === null ? '有人' : `“${objectName}”`
}

function count({ detail }: AuditRow, name: string): string {
  const value = detail[name]
  return grouped(typeof value === 'number' ? value : 0)
}

function people(row: AuditRow, name: string): string {
  return name in row.detail ? `，名单上 ${count(row, name)} 人` : ''
}

function lastAt({ detail }: AuditRow): string {
  const at = detail['lastAt']
  return typeof at === 'string' ? chineseMoment(at) : ''
}

function madeAt({ detail }: AuditRow): string {
  const at = detail['madeAt']
  return typeof at === 'string' ? chineseMoment(at) : ''
}

function times({ detail }: AuditRow): string {
  const value = detail['count']
  return typeof value === 'number' ? ` ${value} 次` : ''
}

function areaOf({ detail }: AuditRow): string {
  const channel = detail['channel']
  const area = typeof channel === 'string' ? (channel.split('.')[0] ?? '') : ''
  return area in areaLabels ? areaLabels[area as Area] : area
}

function labelOf(field: string): string {
  return fieldLabels[field] ?? field
}

function fieldsOf({ fields }: AuditRow): string {
  return fields.length === 0 ? '' : `：${[...new Set(fields.map(labelOf))].join('、')}`
}

function paperOf(row: AuditRow): string {
  const serial = row.detail['serial']
  const numbers = row.detail['numbers']
  const shown = typeof numbers === 'string' && numbers in paperNumbersWords ? paperNumbersWords[numbers] : ''
  const parts = [
    'personCount' in row.detail ? `${count(row, 'personCount')} 人` : '',
    shown ?? '',
    typeof serial === 'string' ? `单号 ${serial}` : '',
  ].filter((part) => part !== '')
  const paper = row.detail['paper']
  const kind = typeof paper === 'string' ? (paperKindWords[paper] ?? '') : ''
  return parts.length === 0 ? kind : `${kind}（${parts.join('，')}）`
}

function listOf(row: AuditRow): string {
  const numbers = row.detail['numbers']
  const shown = typeof numbers === 'string' ? paperNumbersWords[numbers] : undefined
  const parts = [`${count(row, 'personCount')} 人`, ...(shown === undefined ? [] : [shown])]
  return `居民名单（${parts.join('，')}）`
}

const paperKindWords: Readonly<Record<string, string>> = {
  recoveryCode: '恢复码',
  visitList: '走访名单',
  roster: '花名册',
  personData: '个人信息查阅单',
  notice: '个人信息处理告知书',
  populationSheet: '人口统计表',
}

const paperNumbersWords: Readonly<Record<string, string>> = {
  masked: '号码隐藏',
  phones: '电话完整',
  all: '电话和证件号码完整',
}

/** Words of the page of records. */
export const auditLabels = {
  title: '操作记录',
  tableName: '操作记录列表',
  total: (total: number) => `共 ${grouped(total)} 条记录`,
  columns: { at: '时间', staff: '谁', action: '类型', sentence: '做了什么' },
  nobody: '未登录',
  filters: {
    staff: '谁',
    everybody: '所有人',
    action: '类型',
    everyAction: '全部类型',
    object: '关于',
    everyObject: '全部内容',
    from: '从哪天',
    to: '到哪天',
    datePlaceholder: '例如 2026-11-1',
    troubleOnly: '只看拒绝和失败',
    clear: '清除条件',
  },
  emptyTitle: '没有符合条件的记录',
  emptyText: '请放宽条件，或点“清除条件”。',
  entry: {
    title: (seq: number) => `第 ${grouped(seq)} 条记录`,
    close: '关闭',
    person: '打开这位居民的资料',
    at: '时间',
    staff: '谁',
    what: '做了什么',
    reason: '原因',
  },
  check: {
    open: '核对记录……',
    title: '核对操作记录',
    close: '关闭',
    text: '每条记录都和前一条扣在一起，改动、删掉或插入任何一条都会被查出来。',
    printed: '纸上的记录编号（可不填）',
    printedHelp: '打印材料页脚上“记录”后面的一串，例如 1234-ab12cd34ef56',
    printedUnreadable: '看不懂。应当是数字、横线，再加 12 个字母和数字。',
    run: '开始核对',
    head: '最新一条记录：',
  },
} as const

/** What checking found, in one or two sentences. Shape: true when all is well. */
export function checkSentence(found: AuditCheck, moment: string): { isSound: boolean; text: string } {
  const { brokenSeq, entryCount, printed } = found
  if (brokenSeq !== null)
    return {
      isSound: false,
      text: `第 ${grouped(brokenSeq)} 条记录对不上，它或它前面的记录被人改动过。请保管好台账文件，联系街道处理。`,
    }
  const all = `${moment}核对完毕，${grouped(entryCount)} 条记录完好。`
  if (printed === 'different')
    return { isSound: false, text: `${all}但是和纸上的编号不一致：纸上那一条记录已被换掉。` }
  if (printed === 'missing')
    return {
      isSound: false,
      text: `${all}但是纸上那一条记录不在台账里：后面的记录被截掉了，或者这是更早的备份。`,
    }
  return { isSound: true, text: printed === 'same' ? `${all}和纸上的编号一致。` : all }
}
