/**
 * Surnames whose usual reading the pinyin library misses; the reading a person gives always wins over it.
 * Shape: surname to pinyin without tones, syllables apart. Source: usual reading of the surname, no standard.
 */
export const surnameReadings = {
  种: 'chong',
  秘: 'bi',
  薄: 'bo',
  洗: 'xian',
  祭: 'zhai',
  晟: 'cheng',
  少: 'shao',
  郇: 'xun',
  单于: 'chan yu',
} as const satisfies Record<string, string>

/**
 * The second reading of surnames that families read differently; people are found by both.
 * Shape: as above. Source: DOMAIN 7.3; the two readings of two more, which differ in tone alone, need no line.
 */
export const surnameOtherReadings = {
  覃: 'tan',
  翟: 'di',
  盖: 'gai',
  乐: 'le',
  隗: 'kui',
  员: 'yuan',
  莘: 'xin',
  郇: 'huan',
} as const satisfies Record<string, string>
