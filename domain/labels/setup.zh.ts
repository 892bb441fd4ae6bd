import type { Progress } from '../contract.ts'

/** Words of the first start, before there is a ledger. */
export const setupLabels = {
  title: '欢迎使用邻里台账',
  intro:
    '先填写居委会信息，设好主任的密码，再选择怎样开始。用备份恢复，或者只想先看看，不用填写，直接在页面最下面选。全部资料只保存在这台电脑上。',
  committee: '居委会信息',
  committeeNamePlaceholder: '例如：幸福里社区居民委员会',
  streetOfficeNamePlaceholder: '例如：和平街道办事处',
  folder: '台账存放的文件夹',
  changeFolder: '更改……',
  changeFolderName: '更改台账存放的文件夹',
  start: '怎样开始',
  choices: {
    import: { title: '导入花名册', text: '已经有 Excel 或 CSV 花名册，直接读进来。' },
    empty: { title: '从空白开始', text: '先建一本空台账，再逐个登记居民。' },
    open: { title: '打开已有台账', text: '台账文件已经在这台电脑上。' },
    restore: { title: '用备份恢复', text: '换了电脑或重装了系统：用 U 盘里的备份接着用。' },
    sample: { title: '用示例数据看看', text: '用虚构的居民先试一试，随时可以清除。' },
  },
  sampleCommitteeName: '示例社区居民委员会',
  sampleDirector: '演示主任',
  working: '正在建立台账……',
  sampleWorking: '正在准备示例数据……',
  opening: '正在打开台账……',
  reading: '正在读取备份……',
  progress: (progress: Progress) => `已完成 ${progress.doneCount} / ${progress.totalCount}`,
  progressName: '示例数据的进度',
} as const
