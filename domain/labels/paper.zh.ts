import type { DuplexMode } from '../paper.ts'
import type { PaperNumbers, PaperStamp } from '../paper-stamp.ts'
import { grouped } from './grouped.ts'

/** Words on the printed papers and in their preview. */
export const paperLabels = {
  visitList: {
    title: (committeeName: string, roundName: string) => `${committeeName}${roundName}名单`,
    subline: (cutoffOn: string, printedOn: string, rowCount: number) =>
      `截止日期：${cutoffOn}\u3000\u3000打印日期：${printedOn}\u3000\u3000共 ${grouped(rowCount)} 人`,
    columns: {
      order: '序号',
      name: '姓名',
      sex: '性别',
      age: '年龄',
      address: '住址',
      phone: '电话',
      idNumber: '身份证号',
      reasons: '走访原因',
      outcome: '走访情况',
      visitedOn: '走访日期',
      signature: '签字',
    },
    reasonSeparator: '、',
    noBuilding: '未填楼栋',
    groupCount: (rowCount: number) => `（${grouped(rowCount)} 人）`,
    groupContinued: '（续）',
    signLine: { preparedBy: '填表人：', checkedBy: '审核人：', seal: '单位（盖章）：' },
    pageFooter: (pageNumber: number | string, pageCount: number | string) =>
      `第 ${pageNumber} 页\u3000共 ${pageCount} 页`,
    stamp: ({ printedBy, serial, head }: PaperStamp, moment: string) =>
      `打印人：${printedBy}\u3000${moment}\u3000单号：${serial}\u3000记录：${head}`,
    stampLater: '打印人、时间、单号和记录编号在打印时印上',
    empty: '这张名单上没有人。',
  },
  recoveryCode: {
    title: '台账恢复码',
    keepers: { safe: '第一份：锁在主任的柜子里', envelope: '第二份：装进信封，交街道办事处保管' },
    qrName: '恢复码的二维码',
    steps: [
      '忘记密码时，打开邻里台账，点“忘记密码”，再点“用恢复码进入”。换电脑时，选“用备份恢复”，再选“用恢复码”。',
      '按顺序输入七组字，不分大小写，横线可以不输。有扫码枪的，点一下输入框，对准二维码扫。',
      '再给主任设一个新密码。恢复码可以继续用。',
    ],
    warning: '谁拿到这张纸，谁就能打开台账。请不要拍照，不要放在电脑旁边。',
    signatures: ['保管人：', '收到日期：'],
    madeOn: (dateOn: string) => `邻里台账\u3000${dateOn}打印`,
  },
  output: {
    printer: '打印机',
    usualPrinter: '电脑默认的打印机',
    noPrinter: '这台电脑没有安装打印机。可以先存为 PDF，再拿到有打印机的电脑上打印。',
    print: '打印',
    savePdf: '存为 PDF',
    printing: '正在送往打印机……',
    savingPdf: '正在生成 PDF……',
    printed: '已送往打印机。',
    copies: '份数',
    duplex: '单双面',
    duplexModes: {
      simplex: '单面',
      longEdge: '双面，长边翻页',
      shortEdge: '双面，短边翻页',
    } satisfies Record<DuplexMode, string>,
    pages: '印哪些页',
    allPages: '全部',
    somePages: '只印一部分',
    fromPage: '从第几页',
    toPage: '到第几页',
    pagesWrong: (pageCount: number) => `请填 1 到 ${pageCount}，前小后大。`,
    copiesWrong: '请填 1 到 99。',
    printCancelled: '没有打印。',
    pdfSaved: 'PDF 已保存。',
    pdfCancelled: '没有保存 PDF。',
    saveWorkbook: '存为 Excel 表',
    workbookSaved: 'Excel 表已保存。',
    workbookCancelled: '没有保存 Excel 表。',
  },
  preview: {
    title: '走访名单打印预览',
    back: '返回走访轮次',
    loading: '正在排版，请稍候……',
    pageCount: (pageCount: number, rowCount: number) => `共 ${pageCount} 页，${grouped(rowCount)} 人`,
    sheetName: (pageNumber: number, pageCount: number) => `第 ${pageNumber} 页，共 ${pageCount} 页`,
    deskName: '纸张预览，可上下滚动',
    numbers: '号码怎么印',
    purpose: '为什么要印完整号码',
    numbersOptions: {
      masked: '电话和身份证号隐藏中间几位',
      phones: '电话完整，身份证号隐藏',
      all: '电话和身份证号都完整',
    } satisfies Record<PaperNumbers, string>,
    wholeNumbersHint:
      '预览里仍然隐藏，打印时才印完整号码。谁在什么时候、为什么打印，会记入操作记录。纸请妥善保管，用完收回。',
    empty: '这一轮名单上没有人，不用打印。请返回走访轮次，点“添加人员”。',
    missingText: (names: readonly string[], restCount: number) =>
      `这台电脑的字体里缺少下面这些人的姓名或住址用字，打印出来会是方框：${names.join('、')}` +
      (restCount > 0 ? `等，另有 ${grouped(restCount)} 人` : '') +
      '。请安装生僻字字体，或打印后手工补写。',
    missingConfirmTitle: '还要继续吗？',
    missingConfirmText: (nameCount: number) =>
      `有 ${grouped(nameCount)} 人的用字会印成方框。仍然继续，请打印后手工补写。`,
    missingContinue: '仍然继续',
    missingStop: '先不打印',
  },
} as const

/** Writes a calendar date as papers and sentences do. */
export function chineseDate(dateOn: string): string {
  const [year = '', month = '', day = ''] = dateOn.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
