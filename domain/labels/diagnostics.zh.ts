import type { Failure } from '../failure.ts'
import { failureSentence } from './failure.zh.ts'

const facts = {
  madeAt: '生成时间',
  version: '软件版本',
  runtime: '运行环境',
  system: '操作系统',
  memory: '内存（可用 / 全部）',
  screen: '屏幕',
  phase: '所在画面',
  failure: '打不开的原因',
  notices: '提醒',
  drive: '台账所在的盘',
  freeSpace: '盘上剩余空间',
  ledgerFile: '台账文件',
  wal: '未并入的改动',
  keyFile: '钥匙文件',
  backups: '备份',
  residentCount: '居民人数',
  log: '最近的错误记录',
} as const
export type DiagnosticsFact = keyof typeof facts

/** Words of the file that helps somebody on the phone to help, and of the button that makes it. */
export const diagnosticsLabels = {
  title: '求助',
  help: '打电话求助时，对方可能会要这个文件。里面只有软件和电脑的情况，没有居民和工作人员的任何资料，也没有文件夹的名字。',
  save: '生成诊断文件……',
  dialogTitle: '把诊断文件存到哪里',
  fileName: (todayOn: string) => `邻里台账诊断-${todayOn}.txt`,
  files: '文本文件',
  saved: '诊断文件已保存。',
  cancelled: '没有生成诊断文件。',
  heading: '邻里台账诊断文件',
  promise: '本文件不含居民、工作人员和文件夹的名字。',
  facts,
  drives: {
    fixed: '固定硬盘',
    removable: '移动盘',
    maybeRemovable: '可能是移动盘',
    network: '网络盘',
    unknown: '不清楚',
  },
  separator: '；',
  fact: (name: DiagnosticsFact, value: string) => `${facts[name]}：${value}`,
  screen: (width: number, height: number, percent: number) => `${width}×${height}，${percent}%`,
  size: (megabytes: string, changedAt: string) => `${megabytes} MB，${changedAt} 改过`,
  megabytes: (megabytes: string) => `${megabytes} MB`,
  missing: '没有',
  none: '没有',
  backupCount: (count: number, newestAt: string) => `${count} 份，最近一份 ${newestAt}`,
  failure: (failure: Failure) => `${failure.code} ${failureSentence({ code: failure.code })}`,
} as const
