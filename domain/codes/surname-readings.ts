/**
 * Surnames whose usual reading the pinyin library misses; the reading a person gives always wins over it.
 * Shape: surname to pinyin without tones. Source: usual reading of the surname, no standard.
 */
export const surnameReadings = {
  种: 'chong',
  秘: 'bi',
  薄: 'bo',
  洗: 'xian',
  祭: 'zhai',
  晟: 'cheng',
  少: 'shao',
  单于: 'chanyu',
} as const satisfies Record<string, string>
