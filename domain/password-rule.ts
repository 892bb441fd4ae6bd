import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { pinyin } from 'pinyin-pro'
import { passwordWords } from './codes/password-words.ts'

const shortestPassword = 10
const longestPassword = 128

/** Unit: powers of ten of guesses; each guess costs a third of a second and 128 MB. */
const fewestGuesses = 9

let estimator: ZxcvbnFactory | undefined

/** Whether a password holds out against people who know these words about the office and its owner. */
export function isStrongPassword(password: string, knownWords: readonly string[]): boolean {
  const typed = password.normalize('NFKC')
  const length = [...typed].length
  if (length < shortestPassword || length > longestPassword) return false
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return estimator.check(typed, [...knownWords]).guessesLog10 >= fewestGuesses
}

/** Whether a password is little more than something written about a person, such as a phone number or a birth date. */
export function isMadeOf(password: string, known: string): boolean {
  const typed = password.normalize('NFKC').toLowerCase()
  const word = known.toLowerCase()
  return word.length >= 4 && typed.includes(word) && typed.length - word.length < 6
}

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
