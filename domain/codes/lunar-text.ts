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
