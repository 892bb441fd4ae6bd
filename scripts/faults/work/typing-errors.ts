import { formatRecoveryCode } from '../../../domain/recovery-code.ts'

/** One slip of somebody who types a printed code. */
export interface TypingError {
  readonly what: string
  readonly typed: string
}

/** What a code is made of, found out from codes: the symbols of the highest and of other secrets. */
const symbols = [...symbolsOfCodes()]
/** What people read into a print instead. */
const mistaken = ['0', 'O', '1', 'I', 'L', '*']

/** Every slip at one place: another symbol, a symbol that no code has, two neighbours swapped, one left out or doubled. */
export function typingErrors(code: string): readonly TypingError[] {
  const typed = code.replaceAll('-', '')
  const replaced = (at: number, part: string, length = 1) =>
    typed.slice(0, at) + part + typed.slice(at + length)
  return [...typed].flatMap((symbol, at) => {
    const next = typed[at + 1]
    const others = [...symbols, ...mistaken].filter((other) => other !== symbol)
    const errors = others.map((other) => ({ what: `${at}: another symbol`, typed: replaced(at, other) }))
    errors.push({ what: `${at}: left out`, typed: replaced(at, '') })
    errors.push({ what: `${at}: doubled`, typed: replaced(at, symbol + symbol) })
    if (next !== undefined && next !== symbol)
      errors.push({ what: `${at}: swapped with the next`, typed: replaced(at, next + symbol, 2) })
    return errors
  })
}

function symbolsOfCodes(): ReadonlySet<string> {
  const codes = Array.from({ length: 256 }, (_, byte) => formatRecoveryCode(Buffer.alloc(16, byte)))
  return new Set([...codes.join('').replaceAll('-', '')])
}
