const initials = 'zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]'
const finals =
  'iang|iong|uang|ang|eng|ong|ing|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|in|un|ue|ve|ia|ie|iu|ua|ui|uo|[aoeiuv]'
const syllable = new RegExp(`^(?:(?:${initials})(?:${finals})|ang|ai|ao|an|er|en|ou|a|e|o)$`)
const longestSyllable = 6

/**
 * The syllables of pinyin as somebody types it, with or without tones and spaces; none where there are no letters.
 * Where the spaces don't tell them apart, the number of characters does; where nothing does, they are as typed.
 * Shape: lower case, v for u with dots.
 */
export function pinyinSyllables(text: string, characterCount: number): readonly string[] {
  const groups = withoutTones(text)
    .split(/[^a-z]+/)
    .filter((group) => group !== '')
  if (groups.length === characterCount) return groups
  return splitInto(groups.join(''), characterCount) ?? groups
}

function withoutTones(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u00fc|[\u01d6\u01d8\u01da\u01dc]|u:/g, 'v')
    .normalize('NFD')
    .replace(/\p{M}|[1-5]/gu, '')
}

/** The longest syllable first, as readers take it. */
function splitInto(letters: string, count: number): readonly string[] | undefined {
  if (count === 0) return letters === '' ? [] : undefined
  // Too many letters for so few syllables, or too few.
  if (letters.length < count || letters.length > count * longestSyllable) return undefined
  for (let length = Math.min(longestSyllable, letters.length); length > 0; length -= 1) {
    const head = letters.slice(0, length)
    const rest = syllable.test(head) ? splitInto(letters.slice(length), count - 1) : undefined
    if (rest !== undefined) return [head, ...rest]
  }
  return undefined
}
