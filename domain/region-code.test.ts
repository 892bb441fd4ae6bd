import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRegionCode } from './region-code.ts'
import { anyText } from './testing/any-text.ts'

const kindAt = (village: string) => {
  const reading = readRegionCode(`610103005${village}`)
  return reading.ok ? reading.region.kind : reading.reason
}

describe('the statistical code of a community', () => {
  it.each([
    ['000', 'village'],
    ['001', 'residentsCommittee'],
    ['199', 'residentsCommittee'],
    ['200', 'villagersCommittee'],
    ['399', 'villagersCommittee'],
    ['400', 'residentsCommitteeLike'],
    ['497', 'residentsCommitteeLike'],
    ['498', 'virtualCommunity'],
    ['499', 'residentsCommitteeLike'],
    ['500', 'villagersCommitteeLike'],
    ['598', 'virtualQuarter'],
    ['599', 'villagersCommitteeLike'],
    ['600', 'village'],
  ])('%s is %s', (village, kind) => {
    expect(kindAt(village)).toBe(kind)
  })
  it.each([
    ['610103099001', 'subdistrict'],
    ['610103100001', 'town'],
    ['610103200001', 'township'],
    ['610103400001', 'townshipLike'],
  ])('%s lies in a %s', (code, townshipKind) => {
    expect(readRegionCode(code)).toMatchObject({ ok: true, region: { townshipKind } })
  })
  it.each([
    ['', 'format'],
    ['61010300500', 'format'],
    ['6101030050011', 'format'],
    ['990103005001', 'province'],
    ['610103000001', 'township'],
    ['610103600001', 'township'],
  ])('%j: %s', (text, reason) => {
    expect(readRegionCode(text)).toEqual({ ok: false, reason })
  })
  it('warns of what no office of residents has', () => {
    const warned = ['001', '200', '400', '500', '598'].map((village) => {
      const reading = readRegionCode(`610103005${village}`)
      return reading.ok && reading.region.warnings.length > 0
    })
    expect(warned).toEqual([false, true, false, true, true])
  })
  it('is a code or a named fault, whatever is typed, and reads itself back', () => {
    fc.assert(
      fc.property(anyText('0123456789０１ '), fc.stringMatching(/^\d{12}$/), (text, digits) => {
        for (const typed of [text, digits, ` ${digits} `]) {
          const reading = readRegionCode(typed)
          if (reading.ok) expect(readRegionCode(reading.region.code)).toEqual(reading)
          else expect(['format', 'province', 'township', 'village']).toContain(reading.reason)
        }
      }),
    )
  })
})
