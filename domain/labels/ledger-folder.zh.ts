import type { LedgerNotice } from '../app-state.ts'
import type { FolderWarning } from '../ledger-folder.ts'

/** What speaks against a folder that may be used all the same. */
export const folderWarningSentences = {
  folderMaybeRemovable: '如果这是 U 盘或移动硬盘，请换到电脑自己的硬盘：拔下后台账就打不开了。',
  folderIsPersonal: '“桌面”和“文档”里的文件容易被误删或被网盘软件带走，最好另建一个文件夹，例如 D:\\台账。',
  folderPathLong: '这个文件夹的路径很长，别的软件备份它时可能出错，最好换一个短一些的。',
} as const satisfies Record<FolderWarning, string>

/** What is said above every page until it is put away for this session. */
export const ledgerNoticeSentences = {
  ...folderWarningSentences,
  placeFromCopy:
    '记着台账位置的小文件坏过，已用它的备份修好。请看一眼现在打开的是不是您的台账；不是的话，请联系维护人员。',
  folderOnNetwork: '台账现在放在网络文件夹里，断网或几个人同时用会弄坏它。请搬到这台电脑的硬盘上。',
  folderOnRemovableDrive: '台账现在放在 U 盘或移动硬盘上，拔下时会丢失内容。请搬到这台电脑的硬盘上。',
  folderInSyncRoot: '台账现在放在网盘软件的文件夹里，会被自动上传，也容易弄坏。请搬到网盘以外的文件夹。',
  folderNameUnusable: '台账所在的文件夹名字以句点或空格结尾，容易出错。请搬到别的文件夹。',
  folderPathTooLong: '台账所在的文件夹路径太长，备份时可能出错。请搬到路径短的文件夹。',
  ledgerNameTooLong: '台账文件的名字太长，备份时可能出错。请把文件名改短。',
} as const satisfies Record<LedgerNotice, string>

/** Words of the banner and of moving the ledger. */
export const ledgerFolderLabels = {
  noticesName: '台账提醒',
  toSettings: '去搬台账',
  dismiss: '知道了',
  change: '更换文件夹……',
  sampleStays: '示例台账不能搬动。',
  confirmTitle: '把台账搬到这个文件夹？',
  confirmFrom: '现在的文件夹',
  confirmTo: '新的文件夹',
  confirmText: '软件会先复制一份并核对，确认无误后才改用新的。原来的文件改个名字留在原处。',
  confirm: '开始搬',
  cancel: '先不搬',
  moving: '正在搬台账，请不要关机……',
  progressName: '搬台账的进度',
  stop: '停止',
  notMoved: '台账没有搬动，还在原来的文件夹里，可以照常使用。',
  moved: (folder: string) => `台账已经搬到“${folder}”。`,
  kept: (name: string, folder: string) =>
    `原来的文件改名为“${name}”，还在“${folder}”里。用几天确认没有问题后，可以自己删掉它。以前自动做的备份也还在那里的 backups 文件夹里。`,
} as const

/** The name under which the old file stays where it was. Shape: the date is YYYY-MM-DD. */
export function keptLedgerName(movedOn: string): string {
  return `搬走前的台账-${movedOn}.db`
}

/** Words of the way out when nobody knows where the ledger is. */
export const startOverLabels = {
  action: '重新开始设置……',
  title: '重新开始设置？',
  text: '如果以前建立过台账，请选“打开其他台账”，不要重新建立。重新设置不会删除任何台账文件。',
  confirm: '重新设置',
  cancel: '返回',
} as const
