import type { backupFailureCodes } from '../backup-failure.ts'

/** What went wrong with a backup, a stick or a restore, and what to do next. */
export const backupFailureSentences = {
  backupNotVerified:
    '做出来的备份没有通过核对，没有保留它，原有的备份都还在。请关闭软件重新打开，再备份一次；还是不行，请用最近的备份恢复，并联系维护人员。',
  backupDiskFull:
    '电脑硬盘的空间不够，没有做成备份，原有的备份都还在。请删去或移走一些不用的文件，再备份一次。',
  backupFolderBlocked:
    '备份写不进台账旁边的“backups”文件夹，可能被杀毒软件或“受控文件夹访问”挡住。请在杀毒软件里允许邻里台账，再备份一次。',
  backupNameTaken: '同名的备份刚刚出现，没有覆盖它。请再备份一次。',
  backupForeign: '这个文件不是邻里台账的备份。请选择以“.llbak”结尾的备份文件。',
  backupNewer: '这份备份是用更新版本的邻里台账做的，这个版本读不了。请先安装新版本的邻里台账，再恢复。',
  backupDamaged: '这份备份不完整或者已经损坏，不能用来恢复，台账没有改动。请换一份备份。',
  backupAltered: '这份备份的内容被改动过，不能用来恢复，台账没有改动。请换一份备份，并告诉主任。',
  backupUnreadable: '读不到这份备份，可能是 U 盘被拔下或者接触不好。请把 U 盘插好，再选择一次。',
  backupLocked: '这份备份里没有能打开它的密码，只有做备份的那本台账能打开它。请换一份备份。',
  backupOfSample: '这是示例台账的备份，不能用来恢复。请选择您自己的备份。',
  restoreDiskFull: '电脑硬盘的空间不够，没有恢复，台账没有改动。请删去或移走一些不用的文件，再试一次。',
  restoreFolderBlocked:
    '台账所在的文件夹写不进去，没有恢复，台账没有改动。可能没有权限，或者被杀毒软件、“受控文件夹访问”挡住。请检查文件夹的权限，或在杀毒软件里允许邻里台账，再试一次。',
  noRestoreToUndo: '没有可以撤销的恢复。恢复前的备份如果还在，请在下面的列表里选择它。',
  stickFull:
    'U 盘的空间不够，没有备份成功，U 盘上原有的备份没有动。请删去 U 盘上不用的文件，或者换一个 U 盘。',
  stickReadOnly: 'U 盘是只读的，写不进去。请拨开 U 盘侧面的写保护开关，或者换一个 U 盘，再备份一次。',
  stickGone: 'U 盘被拔下了，或者接触不好，这次备份没有完成，原有的备份没有动。请把 U 盘插好，再备份一次。',
  stickSlow: 'U 盘很久没有回应，已经停下，这次备份没有完成。请换一个 USB 插口或者换一个 U 盘，再备份一次。',
  stickBlocked:
    '这个文件夹写不进去，可能没有权限，或者被杀毒软件、“受控文件夹访问”挡住。请换一个文件夹，再备份一次。',
} as const satisfies Record<(typeof backupFailureCodes)[number], string>
