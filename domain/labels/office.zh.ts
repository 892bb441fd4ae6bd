import type { OfficeProfileDraft } from '../office-profile.ts'
import type { RegisterDraft, RegisterName } from '../register.ts'
import { grouped } from './grouped.ts'

type FieldName = RegisterName extends infer R
  ? R extends RegisterName
    ? keyof RegisterDraft<R>
    : never
  : never

/** What each field of the registers and of the office's profile is called. */
export const registerFieldLabels = {
  name: '名称',
  post: '职务',
  education: '学历',
  fromOn: '开始日期',
  toOn: '结束日期',
  note: '备注',
  code: '网格编号',
  officeWorkerId: '网格负责人',
  buildingId: '楼栋',
  unit: '单元',
  residentId: '居民',
  residentGroupId: '居民小组',
  kind: '类别',
  areaTenthsM2: '面积（平方米）',
  openedWhen: '启用时间',
  tenure: '产权',
  contact: '联系人',
  phone: '联系电话',
  level: '级别',
  secretary: '书记（组长）',
  memberCount: '党员人数',
  indicator: '指标',
  value: '数值',
  span: '时点或时期',
  asOfOn: '截止日期',
  divisionCode: '统计用区划代码',
  address: '办公地址',
  areaHundredthsKm2: '社区面积（平方公里）',
  officeTenure: '办公用房产权',
  officeAreaTenthsM2: '办公用房面积（平方米）',
  yearlyFundsFen: '全年办公经费（元）',
} as const satisfies Record<FieldName | keyof OfficeProfileDraft, string>

/** Where a field is called otherwise in one register than in the others. */
const ownLabels: Partial<Record<RegisterName, Readonly<Record<string, string>>>> = {
  officeWorker: { name: '姓名', fromOn: '到岗日期', toOn: '离岗日期' },
  residentGroup: { name: '小组名称' },
  grid: { note: '网格名称或说明' },
  buildingHead: { residentId: '楼长' },
  residentRepresentative: { residentId: '居民代表' },
  facility: { name: '用房名称', kind: '用途' },
  stationedUnit: { name: '单位名称' },
  partyOrganisation: { name: '党组织名称' },
  yearlyFigure: { unit: '单位' },
}

/** What a field is called in one register. */
export function registerLabel(register: RegisterName, field: string): string {
  const shared: Readonly<Record<string, string>> = registerFieldLabels
  return ownLabels[register]?.[field] ?? shared[field] ?? field
}

interface RegisterWords {
  readonly title: string
  readonly add: string
  readonly help: string
  readonly total: (count: number) => string
}

/** Words of each register. */
export const registerLabels = {
  officeWorker: {
    title: '工作人员',
    add: '添加工作人员',
    help: '在社区工作的人，和能不能登录软件没有关系。离岗的人填上离岗日期，不用删除。',
    total: (count) => `共 ${grouped(count)} 人`,
  },
  residentGroup: {
    title: '居民小组',
    add: '添加居民小组',
    help: '在这里建好小组，再到“楼栋”里选每栋楼、每个单元属于哪个小组。',
    total: (count) => `共 ${grouped(count)} 个`,
  },
  grid: {
    title: '网格',
    add: '添加网格',
    help: '网格编号照街道发的写，软件不解读它的含义。',
    total: (count) => `共 ${grouped(count)} 个`,
  },
  buildingHead: {
    title: '楼长',
    add: '添加楼长',
    help: '整栋楼或一个单元的楼长。换人时给原来的楼长填上结束日期，再添加新的。',
    total: (count) => `共 ${grouped(count)} 条`,
  },
  residentRepresentative: {
    title: '居民代表',
    add: '添加居民代表',
    help: '届满的填上结束日期，不用删除。',
    total: (count) => `共 ${grouped(count)} 条`,
  },
  facility: {
    title: '办公和服务用房',
    add: '添加用房',
    help: '警务室、图书阅览室、老年活动室、慈善超市、卫生服务站等。',
    total: (count) => `共 ${grouped(count)} 处`,
  },
  stationedUnit: {
    title: '驻区单位',
    add: '添加驻区单位',
    help: '在本社区范围内的机关、学校、医院、企业、商户。',
    total: (count) => `共 ${grouped(count)} 个`,
  },
  partyOrganisation: {
    title: '党组织',
    add: '添加党组织',
    help: '党委、党总支、党支部和党小组，各填一条。',
    total: (count) => `共 ${grouped(count)} 个`,
  },
  yearlyFigure: {
    title: '年度数据',
    add: '添加数据',
    help: '上报过的数字。时点数填是哪一天的；全年累计的填这一年的最后一天。',
    total: (count) => `共 ${grouped(count)} 条`,
  },
} as const satisfies Record<RegisterName, RegisterWords>

/** Words of the office's page and of its registers. */
export const officeLabels = {
  title: '社区概况',
  overview: '总览',
  sectionsName: '社区概况的各项',
  profile: {
    title: '基本情况',
    help: '居委会名称和电话在“设置”里填写。',
    numberHelp: '填数字，例如 120.5',
    readOnly: '由主任填写。',
  },
  summary: {
    title: '汇总',
    asOf: (day: string) =>
      `截至 ${day}。每个数都由各项登记加出来；同一个人兼两个职务的，楼长和居民代表里各算一次。`,
    places: '楼栋和居民',
    office: '社区组织和用房',
    buildings: '楼栋',
    units: '单元',
    dwellings: '房屋',
    households: '户数',
    residents: '人数',
    groups: '居民小组',
    grids: '网格',
    heads: '楼长（现任）',
    representatives: '居民代表（现任）',
    workers: '工作人员（在岗）',
    college: '其中大专以上',
    collegeUnknown: (count: number) => `（另有 ${grouped(count)} 人没填学历，不算在内）`,
    facilities: '办公和服务用房',
    area: '用房面积',
    stationedUnits: '驻区单位',
    party: '党组织',
    members: '党员人数',
    of: (count: number) => grouped(count),
    people: (count: number) => `${grouped(count)} 人`,
    each: (name: string, count: number) => `${name} ${grouped(count)}`,
    share: (part: number, whole: number) =>
      whole === 0 ? '' : `占 ${((part / whole) * 100).toFixed(1).replace(/\.0$/, '')}%`,
    perGroup: (households: number, groups: number) =>
      groups === 0 ? '' : `平均每组 ${(households / groups).toFixed(1)} 户`,
    squareMetres: (text: string) => `${text} 平方米`,
    facilityCount: (count: number) => `${grouped(count)} 处`,
  },
  list: {
    changeOf: (name: string) => `修改${name}`,
    remove: '删除',
    empty: '还没有登记。',
    saved: (name: string) => `${name}已保存。`,
    removed: (name: string) => `${name}已删除。`,
    removeTitle: (name: string) => `删除“${name}”？`,
    removeText: '只有登错了才需要删除；不再担任的，请填上结束日期。删除后不能恢复。',
    removeConfirm: '删除',
    cancel: '取消',
    save: '保存',
    searchFor: (label: string) => `${label}：查找居民`,
    stored: (label: string, name: string) => `${label}：${name}`,
    decimalHelp: '填数字，例如 120 或 12.5',
    unitHelp: '不填就是整栋楼',
    wholeBuilding: '整栋楼',
    countHelp: '填整数，例如 15',
    gone: '（已不在台账里）',
  },
} as const
