import type { Committee } from '../committee.ts'
import type { IdDocumentType } from '../id-number.ts'
import type { DwellingDraft, ResidentDraft } from '../resident.ts'

/** What each field of the committee profile is called. */
export const committeeFieldLabels = {
  committeeName: '居委会名称',
  streetOfficeName: '所属街道（镇）',
  phone: '联系电话',
} as const satisfies Record<keyof Committee, string>

/** What each field of a resident is called. */
export const residentFieldLabels = {
  name: '姓名',
  formerName: '曾用名',
  otherName: '其他文字姓名',
  ownPinyin: '拼音读法',
  sex: '性别',
  idDocumentType: '证件类型',
  idNumber: '证件号码',
  otherDocuments: '其他证件',
  birthWhen: '出生日期',
  lunarBirth: '农历生日',
  ethnicGroup: '民族',
  education: '文化程度',
  politicalStatus: '政治面貌',
  maritalStatus: '婚姻状况',
  marriedWhen: '结婚日期',
  spouseId: '配偶',
  occupation: '从业状况',
  workplace: '工作单位',
  retirementUnit: '退休单位',
  phones: '电话',
  dwelling: '住址',
  relationToHead: '与户主关系',
  registeredAddress: '户籍地址',
  currentAddress: '现住址（不住在本社区时填写）',
  residenceStatus: '人户状态',
  livingArrangement: '居住情况',
  health: '健康状况',
  disability: '残疾情况',
  careTags: '关爱类别',
  benefits: '享受待遇',
  note: '备注',
  ownValues: '自定义字段',
} as const satisfies Record<keyof ResidentDraft, string>

export const dwellingFieldLabels = {
  building: '楼栋',
  unit: '单元',
  room: '室（房号）',
} as const satisfies Record<keyof DwellingDraft, string>

export const idDocumentTypeLabels = {
  citizenId: '居民身份证',
  hkMacaoTaiwanResidencePermit: '港澳台居民居住证',
  foreignPermanentResidence: '外国人永久居留身份证',
  passport: '护照',
  hkMacaoTravelPermit: '港澳居民来往内地通行证',
  taiwanTravelPermit: '台湾居民来往大陆通行证',
  birthCertificate: '出生医学证明',
  other: '其他证件',
  none: '无证件',
} as const satisfies Record<IdDocumentType, string>

/** What is wrong with one field, said at the field. */
export const fieldProblems = {
  missing: (label: string) => `请填写${label}。`,
  choose: (label: string) => `请选择${label}。`,
  tooLong: (maximum: number) => `太长了，最多 ${maximum} 个字。`,
  unusable: (label: string) => `${label}的写法不对，请检查。`,
  date: '日期看不懂，请写成 19450302 或 1945-3-2。',
  dateFuture: '这个日期在今天以后，请检查。',
  dateImpossible: '没有这一天，请检查日期。',
  partialDate: '日期看不懂。只知道年份写 1945，只知道年月写 1945-3。',
  name: '姓名里有不能用的字符，请检查。',
  phone: '电话太短，请检查。',
  masked: '号码里有星号，是隐藏过的号码。请填写完整的号码。',
  lunarDate: '农历生日的月和日要一起填。',
  lunarYearOutside: '农历只能准确推算 1901 年到 2096 年，请核对年份；不知道可以不填。',
  lunarYear: '农历年份请写成四位数字，例如 1945；不知道可以不填。',
  lunarMonthMissing: (year: string, month: string) => `农历 ${year} 年没有${month}，请检查。`,
  lunarDayMissing: (year: string, month: string, dayCount: number) =>
    `农历 ${year} 年${month}只有 ${dayCount} 天，请检查。`,
  idMissing: '请填写证件号码；没有证件请把证件类型改成“无证件”。',
  idFormat: '身份证号应为 18 位，请对照证件检查。',
  documentFormat: '号码的写法与证件类型不符，请检查。',
  idNotWanted: '选了“无证件”就不要填写号码。',
  idTooOld: '按身份证号算，年龄超过 130 岁，请对照证件检查。',
  idFifteenDigits: '这是 15 位旧号码，请填写 18 位新号码。',
  idChecksum: '身份证号最后一位对不上，可能输错了一位，请对照证件检查。',
  idImpossibleDate: '身份证号里的出生日期不存在，请对照证件检查。',
  idFutureDate: '身份证号里的出生日期在今天以后，请对照证件检查。',
  disabilityIncomplete: '残疾类别和等级要一起选。',
  periodOrder: '结束日期早于开始日期，请检查。',
} as const
