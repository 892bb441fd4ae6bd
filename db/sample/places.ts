/** Shape: how the dwellings of one building are numbered. */
export interface BuildingPlan {
  readonly name: string
  /** Empty for buildings without units. */
  readonly units: readonly string[]
  readonly floorCount: number
  readonly doorsPerFloor: number
}

function walkUp(name: string, unitCount: number): BuildingPlan {
  return { name, units: numbers(unitCount), floorCount: 6, doorsPerFloor: 2 }
}

function tower(name: string): BuildingPlan {
  return { name, units: numbers(2), floorCount: 18, doorsPerFloor: 4 }
}

function block(name: string): BuildingPlan {
  return { name, units: [], floorCount: 27, doorsPerFloor: 6 }
}

function oldHouse(name: string): BuildingPlan {
  return { name, units: ['东', '西'], floorCount: 5, doorsPerFloor: 3 }
}

function flatRow(name: string, doorCount: number): BuildingPlan {
  return { name, units: [], floorCount: 0, doorsPerFloor: doorCount }
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1))
}

/** The buildings of one estate; every kind comes early, so that small communities have each. */
export const buildingPlans: readonly BuildingPlan[] = [
  walkUp('1号楼', 4),
  oldHouse('甲1号'),
  flatRow('临街平房', 26),
  walkUp('2号楼', 3),
  walkUp('10号楼', 5),
  block('A座'),
  walkUp('3号楼', 5),
  walkUp('4号楼', 5),
  walkUp('5号楼', 4),
  walkUp('5-1号楼', 3),
  walkUp('6号楼', 5),
  walkUp('7号楼', 3),
  walkUp('8号楼', 5),
  walkUp('9号楼', 4),
  tower('11号楼'),
  tower('12号楼'),
  tower('13号楼'),
  block('B座'),
  oldHouse('甲2号'),
  tower('15号楼'),
  tower('16号楼'),
  tower('17号楼'),
  block('C座'),
  tower('18号楼'),
  oldHouse('乙1号'),
  tower('19号楼'),
  flatRow('院内平房', 12),
  tower('20号楼'),
  tower('21号楼'),
]

/** Further estates repeat the buildings under their own name, and once all names are used, by phase. */
export const estateNames = ['', '东院', '西院', '锦绣苑', '和平里', '春晓园', '槐荫小区', '清河湾'] as const
export const phaseWord = '期'

export const registeredStreet = '长宁市城南区幸福路18号院'

/** Where people from elsewhere are registered: no such places. */
export const elsewhere = {
  counties: ['青石县', '柳河县', '白杨县', '云岭县', '双桥市', '石门寨县'],
  townships: ['槐树镇', '大河乡', '清泉镇', '三官镇', '杏花乡'],
  villages: ['东沟村', '李家庄村', '南坡村', '新建村', '桥头村'],
} as const
export const houseNumberWord = '号'

/** Where people live who are registered here only. */
export const livingElsewhere = [
  '长宁市城北区文昌路6号',
  '双桥市开发区朝阳花园3号楼',
  '外省务工，住址不详',
] as const

export const sampleNotes = {
  ofElders: [
    '听力不好，敲门要重一些',
    '女儿住隔壁楼，可帮忙开门',
    '每周三上午去医院',
    '门口有台阶，走路慢',
    '喜欢下棋，是活动室的常客',
  ],
  ofTenants: ['租户，合同每年6月到期', '房东不在本小区'],
} as const
/** Invented employers that people have retired from. */
export const sampleUnits = ['红光机械厂', '第三棉纺厂', '城东百货公司', '新华小学', '铁路工程段'] as const
export const sampleEmployers = ['第二小学', '城东医院', '区供水公司', '云桥软件公司', '福安物业公司'] as const
export const sampleFormerNames = ['王建国', '李招弟', '张援朝', '陈红卫'] as const
export const phoneNotes = { child: '女儿', landline: '家里座机', neighbour: '邻居代接' } as const
