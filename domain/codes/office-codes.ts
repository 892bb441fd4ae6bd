/** What rooms and service points of a community office are for. Source: own codes after reports of offices, no standard. */
export const facilityKinds = {
  office: '办公用房',
  serviceHall: '服务大厅',
  police: '警务室',
  reemployment: '再就业服务站',
  retirees: '退休人员管理服务站',
  healthAndFamilyPlanning: '卫生计生服务站',
  healthCentre: '社区卫生服务中心',
  healthStation: '社区卫生服务站',
  elderActivity: '老年活动健身室',
  dining: '助餐点',
  citizenSchool: '市民学校',
  library: '图书阅览室',
  charityShop: '慈善超市',
  convenience: '便民服务点',
  other: '其他',
} as const satisfies Record<string, string>
export type FacilityKind = keyof typeof facilityKinds

/** By what right an office uses its rooms. Source: own codes after reports of offices, no standard. */
export const tenures = {
  own: '自有',
  rented: '租用',
  lent: '借用',
  none: '无',
} as const satisfies Record<string, string>
export type Tenure = keyof typeof tenures

/** What a unit stationed in the area is. Source: own codes, no standard. */
export const stationedUnitKinds = {
  government: '机关',
  institution: '事业单位',
  enterprise: '企业',
  school: '学校、幼儿园',
  medical: '医疗机构',
  military: '部队',
  socialOrganisation: '社会组织',
  shop: '商户',
  other: '其他',
} as const satisfies Record<string, string>
export type StationedUnitKind = keyof typeof stationedUnitKinds

/** From the highest to the lowest. Source: the Party's constitution, chapter 5. */
export const partyLevels = {
  committee: '党委',
  generalBranch: '党总支',
  branch: '党支部',
  group: '党小组',
} as const satisfies Record<string, string>
export type PartyLevel = keyof typeof partyLevels

/** Whether a figure is of one day or of the year that ends with it. Source: DOMAIN 12. */
export const figureSpans = {
  pointInTime: '时点（当天）',
  period: '时期（全年累计）',
} as const satisfies Record<string, string>
export type FigureSpan = keyof typeof figureSpans
