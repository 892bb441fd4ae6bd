import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatRecoveryCode, readRecoveryCode, recoveryCodeGroups } from './recovery-code.ts'

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 })
const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

describe('a recovery code', () => {
  it('comes back from how it is printed, and from how people type it', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const code = formatRecoveryCode(secret)
        expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){6}[2-9A-HJKMNP-Z]{4}$/)
        expect(recoveryCodeGroups(code)).toHaveLength(7)
        const typings = [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', '')]
        const fullWidth = code.replaceAll(/[0-9A-Z]/g, (one) =>
          String.fromCharCode(one.charCodeAt(0) + 0xfee0),
        )
        for (const typed of [...typings, fullWidth]) {
          expect(readRecoveryCode(typed)).toEqual({ ok: true, secret })
        }
      }),
    )
  })

  it('is written in plain base 31 with the highest digit first', () => {
    expect(formatRecoveryCode(new Uint8Array(16))).toBe('2222-2222-2222-2222-2222-2222-2222')
    const one = new Uint8Array(16)
    one[15] = 31
    // 31 is "10": digit 1 at place 25. Check: c1 + c2 = -1, 27 c1 + 28 c2 = -25 mod 31 gives c1 = 28, c2 = 2.
    expect(formatRecoveryCode(one)).toBe(`${'2222-'.repeat(6)}32${symbols[28]}${symbols[2]}`)
  })

  it('is refused with any one symbol or any two neighbours wrong', () => {
    const code = formatRecoveryCode(Uint8Array.from({ length: 16 }, (_, index) => index * 17)).replaceAll(
      '-',
      '',
    )
    for (let place = 0; place < code.length; place += 1) {
      for (const symbol of symbols) {
        const wrong = code.slice(0, place) + symbol + code.slice(place + 1)
        if (wrong !== code) expect(readRecoveryCode(wrong)).toMatchObject({ ok: false })
      }
      const swapped =
        code.slice(0, place) + (code[place + 1] ?? '') + (code[place] ?? '') + code.slice(place + 2)
      if (swapped !== code && place + 1 < code.length) {
        expect(readRecoveryCode(swapped)).toMatchObject({ ok: false })
      }
    }
  })

  it('says what is wrong with a typing', () => {
    const code = formatRecoveryCode(new Uint8Array(16).fill(7))
    expect(readRecoveryCode('')).toEqual({ ok: false, reason: 'length' })
    expect(readRecoveryCode(code.slice(0, -1))).toEqual({ ok: false, reason: 'length' })
    expect(readRecoveryCode(`0${code.slice(1)}`)).toEqual({ ok: false, reason: 'symbol' })
    expect(readRecoveryCode(`${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`)).toEqual({
      ok: false,
      reason: 'check',
    })
  })
})
