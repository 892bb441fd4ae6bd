import type { PaperNumbers } from '../paper-stamp.ts'
import type { WorkbookPaper } from '../paper.ts'
import { grouped } from './grouped.ts'

const wholeNumbers = {
  masked: '',
  phones: '和完整的电话',
  all: '，以及完整的电话和证件号码',
} as const satisfies Record<PaperNumbers, string>

const paperWays = {
  printed: '打印',
  savedAsPdf: '存为 PDF',
  savedAsWorkbook: '存为 Excel',
  copied: '复制',
} as const

/** Words of the system's own dialogs. */
export const dialogTexts = {
  chooseFolder: '选择存放台账的文件夹',
  openLedger: '打开已有台账',
  ledgerFiles: '台账文件',
  chooseRoster: '选择花名册文件',
  pastedRosterName: '粘贴的表',
  rosterFiles: '花名册（Excel、WPS、CSV）',
  saveCorrected: '另存标出错处的表，发回给填表的人',
  saveTemplate: '存一份空白的花名册模板',
  workbookFiles: 'Excel 表格',
  savePdf: {
    visitList: '把走访名单存为 PDF',
    recoveryCode: '把恢复码存为 PDF',
    roster: '把花名册存为 PDF',
    personData: '把个人信息查阅单存为 PDF',
    notice: '把告知书存为 PDF',
    populationSheet: '把人口统计表存为 PDF',
  },
  saveWorkbook: {
    roster: '把花名册存为 Excel 表',
    populationSheet: '把人口统计表存为 Excel 表',
  } satisfies Record<WorkbookPaper['kind'], string>,
  workbookNames: {
    roster: '花名册.xlsx',
    populationSheet: '人口统计表.xlsx',
  } satisfies Record<WorkbookPaper['kind'], string>,
  pdfFiles: 'PDF 文件',
  saveList: '把居民名单存为 Excel 文件',
  listFileName: (todayOn: string) => `居民名单-${todayOn.replaceAll('-', '')}.xlsx`,
  paperFileNames: {
    visitList: '走访名单.pdf',
    recoveryCode: '台账恢复码.pdf',
    roster: '花名册.pdf',
    personData: '个人信息查阅单.pdf',
    notice: '个人信息处理告知书.pdf',
    populationSheet: '人口统计表.pdf',
  },
  chooseStick: '选择 U 盘，或者 U 盘上的一个文件夹',
  chooseBackup: '选择备份文件',
  backupFiles: '邻里台账的备份',
  restore: {
    message: (madeAt: string) => `用 ${madeAt} 的备份恢复台账？`,
    undoMessage: '撤销上一次恢复？',
    detail: (size: string) => `备份里有 ${size}。`,
    present: (size: string) => `现在的台账有 ${size}，会先另存为一份“恢复前”的备份，恢复后还可以撤销。`,
    damaged: '现在这本打不开的台账文件会改名保留，一个字节也不动。',
    nothing: '这台电脑上还没有台账。',
    signIn: '恢复后需要重新登录。',
    yes: '恢复',
    no: '先不恢复',
  },
  unsaved: {
    title: '还没有保存，要关闭邻里台账吗？',
    text: '关闭后，这一页刚才的改动会丢失。',
    leave: '不保存，关闭',
    stay: '留在这一页',
  },
  /** Asked before a paper with very many people leaves. */
  bulkPaper: (way: keyof typeof paperWays, numbers: PaperNumbers, personCount: number, unaskedCount = 0) => ({
    title: `${paperWays[way]}：名单上有 ${grouped(personCount)} 人，确定吗？`,
    text:
      `名单上有他们的姓名、住址${wholeNumbers[numbers]}。请确认工作上确实需要。` +
      (unaskedCount === 0 ? '' : `最近一小时里您已经打印或另存过几份名单，共 ${grouped(unaskedCount)} 人。`) +
      '印出的纸和存出的文件要有人保管，用完收回或销毁。',
    goOn: `确定${paperWays[way]}`,
    stop: '取消',
  }),
  /** Asked before very many people are taken out of the ledger. */
  bulkUndo: (addedCount: number, updatedCount: number) => ({
    title: `撤销导入：会涉及 ${grouped(addedCount + updatedCount)} 人，确定吗？`,
    text: `这次导入新增的 ${grouped(addedCount)} 人会从台账里删除，更新的 ${grouped(updatedCount)} 人会恢复原样。导入后改过的人会保留。`,
    goOn: '确定撤销',
    stop: '取消',
  }),
  /** Asked before records are deleted for good. */
  erase: (count: number) => ({
    title: `永久删除 ${grouped(count)} 人的资料，确定吗？`,
    text: '删除后不能恢复。备份里还有这些人的资料，随备份到期清除，最长 12 个月；U 盘上的备份请自己清理。',
    goOn: '永久删除',
    stop: '取消',
  }),
  /** Asked before very many people are changed at once. */
  bulkChange: (count: number) => ({
    title: `批量修改：会改动 ${grouped(count)} 人的资料，确定吗？`,
    text: '请确认预览的内容都对。改错了，可以在“批量修改”里撤销。',
    goOn: '确定修改',
    stop: '取消',
  }),
  bulkChangeUndo: (what: string, count: number) => ({
    title: `撤销批量修改：会涉及 ${grouped(count)} 人，确定吗？`,
    text: `“${what}”会撤回。这一项后来又改过的人会保留现在的内容。`,
    goOn: '确定撤销',
    stop: '取消',
  }),
} as const
