import type { OwnField } from '../own-field.ts'
import type { ImportIssue } from '../roster-import.ts'
import { importIssueSentence } from './import.zh.ts'

/** What the sender of a roster is told; null where only the ledger's own office can do something about it. */
const senderSentences: Partial<Record<ImportIssue['code'], string | null>> = {
  nameMissing: '姓名是空的，请补上。',
  nameUnusable: '姓名里有不能用的字符，请改正。',
  nameRemark: null,
  idFormat: '身份证号不是 18 位或格式不对，请对照证件改正。',
  idChecksum: '身份证号最后一位对不上，可能抄错了一位，请对照证件改正。',
  idImpossibleDate: '身份证号里的出生日期不存在，请对照证件改正。',
  idPrecisionLost: '身份证号被表格软件改成了数字，后几位已丢失。请把这一列设为“文本”格式，对照证件重新填写。',
  idFifteenDigits: '这是 15 位旧号码，请换成 18 位新号码。',
  idTwiceInFile: '这个身份证号在表里出现了两次，请核对，重复的只保留一行。',
  birthUnreadable: '出生日期看不懂，请写成 1945-03-02 这样的日期。',
  birthTwoDigitYear: '年份只有两位，分不清是哪个世纪，请写成四位年份。',
  birthDiffersFromId: '出生日期与身份证号里的不一致，请核对。',
  birthIsLunar: '这是农历生日。请在这里写公历出生日期，农历生日另写一列。',
  sexUnreadable: '性别看不懂，请写“男”或“女”。',
  sexDiffersFromId: '性别与身份证号里的不一致，请核对。',
  sexUnknown: '性别没有填写，请补上。',
  ethnicGroupUnknown: '民族名称不对，请写全称，例如“汉族”。',
  relationUnknown: '与户主关系认不出来，请写“户主”“配偶”“子”“女”等。',
  residenceStatusUnknown: '人户状态认不出来，请核对写法。',
  livingArrangementUnknown: '居住情况认不出来，请核对写法。',
  careTagUnknown: '有的类别认不出来，请核对写法。',
  careTagRemarkUnread: null,
  careTagOfOthers: null,
  lunarBirthUnreadable: '农历生日看不懂，请写成“正月初八”这样。',
  addressIsDate: '住址被表格软件改成了日期。请把这一列设为“文本”格式，重新填写。',
  addressIsExponent:
    '住址被表格软件改成了很大的数字（例如“2E5”变成 200000）。请把这一列设为“文本”格式，重新填写。',
  addressNotSplit: '住址分不出楼栋，请写成“3号楼1单元201”这样。',
  phoneUnreadable: '电话看不懂。请只写号码，多个号码用顿号隔开。',
  emergencyNumberMissing: '紧急联系人没有能用的电话，请写上电话号码。',
  privateUseCharacter: '有一个字是旧系统自造的字，别的电脑可能显示不出来，请换成标准汉字。',
  sameNameExists: null,
  sameInFile: '姓名、出生日期和住址与前面一行相同，请核对，重复的只保留一行。',
  personTaken: null,
  cellTooLong: '内容太长，请缩短。',
  valueUnknown: '写法认不出来，请核对。',
  dateUnreadable: '日期看不懂，请写成 1976-10-01，只知道年份写 1976。',
  disabilityCardUnreadable: '残疾人证号不对，请对照证件检查。',
  disabilityCardOfOther: '残疾人证号前 18 位与身份证号不一样，请对照证件检查。',
  disabilityIncomplete: '残疾类别和等级要一起填。',
  fieldOfOthers: null,
  fieldSealed: null,
  numberUnreadable: '不是数字，请只写数字，例如 12 或 3.5。',
  ownTextTooLong: '内容太长，请缩短到 200 个字以内。',
}

/** What stands beside a faulty cell in the copy for its sender; undefined where nothing is to be said there. */
export function senderSentence(issue: ImportIssue, ownFields: readonly OwnField[]): string | undefined {
  const sentence = senderSentences[issue.code]
  if (sentence === null) return undefined
  const likely = issue.likely === undefined ? '' : `原来可能是“${issue.likely}”，请核对。`
  return `${sentence ?? importIssueSentence({ ...issue, likely: undefined }, ownFields)}${likely}`
}

/** The name a copy is offered under. */
export function correctedFileName(stem: string): string {
  return `${stem}（待改正）.xlsx`
}
