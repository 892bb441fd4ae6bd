import type { BackupReason, LedgerSize, UsbReminder } from '../backup.ts'
import { grouped } from './grouped.ts'

/** The ending of backup files; nothing else in an office has it. */
export const backupExtension = 'llbak'

/** What a backup file is called; the name tells nothing about the office. Shape: `stamp` is YYYY-MM-DD-HHMMSS. */
export function backupFileName(reason: BackupReason, stamp: string): string {
  const name = reason === 'beforeRestore' ? '恢复前' : '邻里台账备份'
  return `${name}-${stamp}.${backupExtension}`
}

/** What a ledger or a backup holds, in one line. */
export function ledgerSizeText({ residentCount, householdCount, visitCount }: LedgerSize): string {
  return `居民 ${grouped(residentCount)} 人、${grouped(householdCount)} 户、走访 ${grouped(visitCount)} 条`
}

/** How large a file is, as people read it. */
export function fileSizeText(byteCount: number): string {
  const megabytes = byteCount / 1_000_000
  return megabytes < 1 ? '不到 1 MB' : `${grouped(Math.round(megabytes))} MB`
}

export const backupReasonLabels = {
  byHand: '手动备份',
  onClose: '退出软件时',
  onLock: '锁屏或退出登录时',
  halfHourly: '使用中自动备份',
  beforeImport: '导入花名册前',
  beforeMigration: '软件升级前',
  beforeRestore: '恢复前',
} as const satisfies Record<BackupReason, string>

/** Why a backup has to be carried out of the house, in one sentence. */
export function usbReminderSentence(reminder: Exclude<UsbReminder, 'fine'>, days: number): string {
  switch (reminder) {
    case 'never':
      return '台账还没有备份到 U 盘。电脑坏了或丢了，资料就找不回来。'
    case 'late':
      return `已经 ${grouped(days)} 天没有备份到 U 盘。电脑坏了或丢了，这些天的资料就找不回来。`
    case 'clockDoubted':
      return '上次备份到 U 盘的日期在今天以后，电脑的日期可能不对。请核对日期，再备份一次到 U 盘。'
  }
}

/** Words of the page of backups. */
export const backupLabels = {
  title: '备份',
  reminderName: '备份提醒',
  toBackups: '去备份',
  troubleTitle: (at: string) => `${at} 的自动备份没有成功。`,
  sample: '示例台账里的人都是虚构的，不需要备份。',
  stick: {
    title: '备份到 U 盘',
    text: '每星期至少备份一次，U 盘和电脑分开放，锁进柜子。备份是加密的，只有工作人员的密码或恢复码能打开。',
    last: (on: string, days: number) =>
      days === 0 ? '上一次备份到 U 盘：今天。' : `上一次备份到 U 盘：${on}（${grouped(days)} 天前）。`,
    again: (name: string) => `备份到“${name}”`,
    choose: '选择 U 盘，开始备份……',
    chooseOther: '换一个 U 盘……',
    making: '正在做备份并核对……',
    copying: '正在写到 U 盘并读回来核对，请不要拔出 U 盘……',
    progressName: '写到 U 盘的进度',
    stop: '停止',
    done: (fileName: string, folderName: string) =>
      `备份已经写到“${folderName}”并核对无误，可以拔出 U 盘了。文件：${fileName}`,
    notRemovable: (fileName: string, folderName: string) =>
      `备份已经写到“${folderName}”并核对无误，文件：${fileName}。但是它在这台电脑自己的硬盘上，电脑坏了会一起丢失，还请再备份一次到 U 盘。`,
    stopped: '已经停止，这次没有备份，原有的备份没有动。',
  },
  local: {
    title: '这台电脑上的备份',
    text: '软件会自动备份：用着时每半小时、锁屏、退出和导入之前各一次，没有改动就不备份。保留当天 3 份、7 天、8 个星期和 12 个月的备份。',
    make: '现在备份一次',
    making: '正在备份……',
    made: '备份做好了，并且核对无误。',
    tableName: '备份列表',
    empty: '还没有备份。',
    columns: { madeAt: '时间', size: '内容', reason: '怎么来的', bytes: '大小', restore: '恢复' },
    restore: '恢复……',
    restoreName: (at: string) => `恢复 ${at} 的备份`,
    newer: '新版本软件的备份',
    chooseFile: '选择备份文件……',
    chooseFileHelp: '恢复 U 盘里的备份，或者从别的电脑拿来的备份。',
  },
  undo: {
    title: (at: string) => `${at} 恢复过一份备份`,
    text: '如果恢复错了，可以撤销：台账回到恢复以前的样子。恢复以后新登记的内容会另存为一份备份。',
    button: '撤销恢复……',
  },
  restore: {
    title: '恢复备份',
    undoTitle: '撤销恢复',
    checking: '正在核对备份……',
    opening: '正在打开并核对备份……',
    restoring: '正在恢复，请不要关机……',
    secretTitle: '打开这份备份',
    secretText: (committee: string, at: string) =>
      `${committee}，${at} 的备份。备份是加密的，请用主任的密码或者打印的恢复码打开。`,
    withPassword: '用密码',
    withCode: '用恢复码',
    way: '用什么打开',
    who: '姓名',
    password: '密码',
    passwordHelp: '做备份那一天的密码，或者现在的密码。',
    code: '恢复码',
    codeHelp: '打印的那张纸上的 7 组字。不分大小写，横线可以不输。',
    open: '打开并核对',
    cancel: '先不恢复',
    confirm: '恢复这份备份……',
    undoConfirm: '撤销恢复……',
    undoCancel: '先不撤销',
    checked: '这份备份完好，可以恢复。',
    row: { backup: '这份备份', present: '现在的台账' },
    facts: {
      madeAt: '备份时间',
      committee: '居委会',
      residents: '居民',
      households: '户',
      visits: '走访记录',
      madeBy: '谁做的',
      lastChange: '最后一次操作',
    },
    people: (count: number) => `${grouped(count)} 人`,
    households: (count: number) => `${grouped(count)} 户`,
    visits: (count: number) => `${grouped(count)} 条`,
    byProgram: (reason: string) => `软件自动（${reason}）`,
    lastChange: (at: string, staffName: string, action: string) =>
      `${at}，${staffName === '' ? '未登录' : staffName}，${action}`,
    nothing: '没有',
    otherOffice: '这份备份来自另一本台账。恢复后要用那本台账的密码或恢复码登录。',
    withoutPassword: (names: readonly string[]) =>
      `恢复后，${names.join('、')}还没有密码，请主任登录后到“账号”里给他们设一个新密码。`,
  },
  start: {
    title: '从备份恢复',
    found: '下面是这台电脑上找到的备份，一般选最新的一份。打开时要用密码或恢复码，看过内容再决定。',
    none: '这台电脑上没有找到备份。如果 U 盘里有，请点“选择备份文件”。',
  },
} as const
