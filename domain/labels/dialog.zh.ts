import type { PaperNumbers } from '../paper.ts'
import { grouped } from './grouped.ts'

const wholeNumbers = {
  masked: '',
  phones: '和完整的电话',
  all: '，以及完整的电话和证件号码',
} as const satisfies Record<PaperNumbers, string>

/** Words of the system's own dialogs. */
export const dialogTexts = {
  chooseFolder: '选择存放台账的文件夹',
  openLedger: '打开已有台账或备份',
  ledgerFiles: '台账文件',
  chooseRoster: '选择花名册文件',
  rosterFiles: '花名册（Excel、WPS、CSV）',
  savePdf: '把走访名单存为 PDF',
  pdfFiles: 'PDF 文件',
  paperFileNames: { visitList: '走访名单.pdf', recoveryCode: '台账恢复码.pdf' },
  unsaved: {
    title: '还没有保存，要关闭邻里台账吗？',
    text: '关闭后，这一页刚才的改动会丢失。',
    leave: '不保存，关闭',
    stay: '留在这一页',
  },
  /** Asked before a paper with very many people leaves. */
  bulkPaper: (way: 'printed' | 'savedAsPdf', numbers: PaperNumbers, personCount: number) => ({
    title: `${way === 'printed' ? '打印' : '存为 PDF'}：名单上有 ${grouped(personCount)} 人，确定吗？`,
    text:
      `名单上有他们的姓名、住址${wholeNumbers[numbers]}。请确认工作上确实需要。` +
      '印出的纸和存出的文件要有人保管，用完收回或销毁。',
    goOn: way === 'printed' ? '确定打印' : '确定存为 PDF',
    stop: '取消',
  }),
  /** Asked before very many people are taken out of the ledger. */
  bulkUndo: (addedCount: number, updatedCount: number) => ({
    title: `撤销导入：会涉及 ${grouped(addedCount + updatedCount)} 人，确定吗？`,
    text: `这次导入新增的 ${grouped(addedCount)} 人会从台账里删除，更新的 ${grouped(updatedCount)} 人会恢复原样。导入后改过的人会保留。`,
    goOn: '确定撤销',
    stop: '取消',
  }),
} as const
