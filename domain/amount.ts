import { z } from 'zod'

/** Unit: fen. A thousand million yuan: nothing a desk helps anybody to get back is more. */
const mostFen = 100_000_000_000

/** Shape: money as it is stored. Unit: fen. */
export const amountFenSchema = z.int().min(0).max(mostFen)

/** Why a typed amount is none: unreadable, below zero, finer than a fen, or more than can be meant. */
type AmountProblem = 'format' | 'negative' | 'tooFine' | 'tooMuch'

export type TypedAmount =
  { readonly ok: true; readonly amountFen: number } | { readonly ok: false; readonly reason: AmountProblem }

/** The currency's signs and words around a number, and what separates its thousands. */
const around = /^[\u00a5\uffe5]|\u5143\u6574?$/g
const grouping = /^\d{1,3}(,\d{3})+(?=\.|$)/
/** Ten thousand, as amounts are often said. */
const tenThousand = /\u4e07$/

/** Reads yuan as a clerk types them: 13000, 13,000.50, the same with the currency's sign, or in ten thousands. Every digit is kept as it was typed. */
export function parseTypedYuan(text: string): TypedAmount {
  const cleaned = text.normalize('NFKC').replaceAll(/\s/g, '').replaceAll(around, '')
  const isInTenThousands = tenThousand.test(cleaned)
  const number = cleaned.replace(tenThousand, '').replace(grouping, (whole) => whole.replaceAll(',', ''))
  const match = /^([-\u2212]?)(\d{1,15})(?:\.(\d{0,15}))?$/.exec(number)
  if (match === null) return { ok: false, reason: 'format' }
  const [, sign = '', whole = '', fraction = ''] = match
  if (sign !== '' && /[1-9]/.test(whole + fraction)) return { ok: false, reason: 'negative' }
  const shift = isInTenThousands ? 6 : 2
  const kept = fraction.slice(0, shift).padEnd(shift, '0')
  if (/[1-9]/.test(fraction.slice(shift))) return { ok: false, reason: 'tooFine' }
  const amountFen = BigInt(whole + kept)
  return amountFen > BigInt(mostFen)
    ? { ok: false, reason: 'tooMuch' }
    : { ok: true, amountFen: Number(amountFen) }
}

/** An amount as it is typed: 13000 or 13000.50, without the fen where there are none. */
export function yuanText(amountFen: number): string {
  const fen = String(amountFen).padStart(3, '0')
  const [yuan, rest] = [fen.slice(0, -2), fen.slice(-2)]
  return rest === '00' ? yuan : `${yuan}.${rest}`
}
