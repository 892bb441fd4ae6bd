/** Shape: numeral to its value. Source: everyday numerals in building names. */
export const chineseDigits = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
} as const satisfies Record<string, number>

/** Shape: in the order they sort. Source: the ten heavenly stems. */
export const heavenlyStems = [
  '甲',
  '乙',
  '丙',
  '丁',
  '戊',
  '己',
  '庚',
  '辛',
  '壬',
  '癸',
] as const satisfies readonly string[]

/** Shape: in the order they sort. Source: everyday order of the directions. */
export const directions = ['东', '南', '西', '北'] as const satisfies readonly string[]

/** Words that end a building's name; a longer word stands before the one it ends with. Source: everyday usage. */
export const buildingWords = ['号楼', '栋', '幢', '座', '号院', '楼'] as const satisfies readonly string[]

/** Words that end the name of a unit. Source: everyday usage. */
export const unitWords = ['单元', '门', '梯'] as const satisfies readonly string[]

/** Words that end the name of a room. Source: everyday usage. */
export const roomWords = ['室', '号', '户'] as const satisfies readonly string[]

/** Words of dwellings without units. Source: everyday usage. */
export const flatWords = ['平房', '临街', '门面', '商铺', '自建房'] as const satisfies readonly string[]
