/** Shape: one character per number, the value is its position plus one. Source: everyday numerals in building names. */
export const chineseDigits = '一二三四五六七八九十'

/** Shape: one character each, in the order they sort. Source: the ten heavenly stems. */
export const heavenlyStems = '甲乙丙丁戊己庚辛壬癸'

/** Shape: one character each, in the order they sort. Source: everyday order of the directions. */
export const directions = '东南西北'

/** Words that end a building's name; a longer word stands before the one it ends with. Source: everyday usage. */
export const buildingWords = ['号楼', '栋', '幢', '座', '号院', '楼'] as const satisfies readonly string[]

/** Words that end the name of a unit. Source: everyday usage. */
export const unitWords = ['单元', '门', '梯'] as const satisfies readonly string[]

/** Words that end the name of a room. Source: everyday usage. */
export const roomWords = ['室', '号', '户'] as const satisfies readonly string[]

/** Words of dwellings without units. Source: everyday usage. */
export const flatWords = ['平房', '临街', '门面', '商铺', '自建房'] as const satisfies readonly string[]

/** An address that names a place beyond the estates of a committee. Source: everyday usage. */
export const placeBeyond = /[省市县区镇乡村]|[路街道巷]\d*号|外省|国外|务工/u

/** Written for the word of a building. Source: everyday usage. */
export const buildingMark = /[#＃](?:楼|栋|幢|号楼)?/u

/** A floor before the number of a room, which says it again. Source: everyday usage. */
export const floorBeforeRoom = /^(?:\d{1,2}|[一二三四五六七八九十]{1,3})[楼层](?=\d{3,4})/u

/** A room and nothing else. Source: everyday usage. */
export const roomAlone = /^[A-Za-zＡ-Ｚ]?[0-9０-９][0-9０-９A-Za-z-]{0,7}(?:室|号|户)?$/u

/** A unit and a room with a dash between them and nothing else. Source: everyday usage. */
export const unitAndRoom = /^[A-Za-z0-9]{1,3}[-—–]\d{3,4}[A-Za-z]?(?:室|号|户)?$/u

/** What the name of a sheet says of its kind behind the building it is about. Source: everyday usage. */
export const sheetNameEnd = /(?:居民|住户|人口)?(?:花名册|名册|名单|台账|登记表|信息表|信息|居民|住户)$/u

/** What stands before the number of a floor below the ground. Source: everyday usage. */
export const basementWords = ['负', '地下'] as const satisfies readonly string[]

/** After the number of a floor. Source: everyday usage. */
export const floorWords = ['楼', '层', 'F', 'f'] as const satisfies readonly string[]

/** Between two floors. Source: everyday usage. */
export const mezzanineWord = '夹层'
