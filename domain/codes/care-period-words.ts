/** One day, month or year as rosters write it, after NFKC and without blanks. */
const when = String.raw`(\d{8}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{4}[-/.年]\d{1,2}月?|\d{4}年?)`

/** From one day to another, as in a card's term. Source: everyday usage. */
export const carePeriodRange = new RegExp(
  `^(?:自|从|有效期:?)?${when}(?:起)?(?:至|到|-|—+|–|~)${when}止?$`,
  'u',
)

/** From a day on. Source: everyday usage. */
export const carePeriodStart = new RegExp(
  `^(?:自|从)?${when}(?:起|开始|始|认定|纳入|享受|领证|办证|至今|起至今|-今|—+今?|-|~)?$`,
  'u',
)

/** Until a day. Source: everyday usage. */
export const carePeriodEnd = new RegExp(`^(?:有效期:?)?(?:至|到|截至|截止|截止到)${when}止?$`, 'u')

/** What stands beside a care tag: in brackets, or a time written right after or before its word. */
export const careTagRemark = /^([^()[\]【】]*)[([【]([^()[\]【】]*)[)\]】]$/u
export const careTagThenTime = /^([^\d()[\]]+?)((?:自|从|至|到|有效期|截)?\d.*)$/u
export const careTimeThenTag = /^((?:自|从)?\d[\d年月日./-]*(?:起|开始)?)([^\d()[\]]+)$/u

/** After NFKC: the tags of one cell, each with its brackets. */
export const careTagEntry = /(?:[([【][^()[\]【】]*[)\]】]|[^、,;/\n\r|+])+/gu
