/** Shape: month n is lunarMonthNames[n - 1]. Source: GB/T 33661-2017 months by their everyday names. */
export const lunarMonthNames = [
  '正月',
  '二月',
  '三月',
  '四月',
  '五月',
  '六月',
  '七月',
  '八月',
  '九月',
  '十月',
  '冬月',
  '腊月',
] as const satisfies readonly string[]

/** Shape: day n is lunarDayNames[n - 1]. Source: GB/T 33661-2017. */
export const lunarDayNames = [
  '初一',
  '初二',
  '初三',
  '初四',
  '初五',
  '初六',
  '初七',
  '初八',
  '初九',
  '初十',
  '十一',
  '十二',
  '十三',
  '十四',
  '十五',
  '十六',
  '十七',
  '十八',
  '十九',
  '二十',
  '廿一',
  '廿二',
  '廿三',
  '廿四',
  '廿五',
  '廿六',
  '廿七',
  '廿八',
  '廿九',
  '三十',
] as const satisfies readonly string[]

/** Stands before the name of a leap month. Source: GB/T 33661-2017. */
export const leapPrefix = '闰'

/** Stands before a whole lunar date in writing. Source: everyday usage. */
export const lunarDatePrefix = '农历'

/** Shape: other ways to write a month, to its number. Source: everyday usage. */
export const lunarMonthAliases: Readonly<Record<string, number>> = {
  一月: 1,
  元月: 1,
  十一月: 11,
  十二月: 12,
  蜡月: 12,
}

/** Shape: other ways to write a day, to its number. Source: everyday usage. */
export const lunarDayAliases: Readonly<Record<string, number>> = {
  二十一: 21,
  二十二: 22,
  二十三: 23,
  二十四: 24,
  二十五: 25,
  二十六: 26,
  二十七: 27,
  二十八: 28,
  二十九: 29,
  卅: 30,
}

/** The month a lunar day in words begins with. */
export const lunarMonthWord = /^[^月]*月/u

/** A lunar day in figures. */
export const lunarFigures = /^(\d{1,2})月(\d{1,2})日?$/u

/** May end a day in words. */
export const lunarDayEnd = /日$/u
