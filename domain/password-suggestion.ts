import { pinyin } from 'pinyin-pro'
import { passwordWords } from './codes/password-words.ts'

/** Shape: what is typed, and the words it is made of, to remember it by. */
export interface SuggestedPassword {
  readonly password: string
  readonly words: readonly string[]
}

/** Four words and two digits: 37 random bits. `randomBelow` must be unpredictable. */
export function suggestPassword(randomBelow: (limit: number) => number): SuggestedPassword {
  const words = Array.from({ length: 4 }, () => passwordWords[randomBelow(passwordWords.length)] ?? '')
  const digits = String(randomBelow(100)).padStart(2, '0')
  return { password: `${words.map(pinyinOf).join('-')}-${digits}`, words }
}

function pinyinOf(word: string): string {
  return pinyin(word, { toneType: 'none', type: 'array' }).join('')
}
