import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { asCalendarDate } from './calendar-date.ts'
import { idNumberCandidates } from './id-number-candidates.ts'
import {
  checkDocumentNumber,
  citizenCheckCharacter,
  classifyIdNumber,
  idDocumentTypes,
  idNumberFromCell,
  normaliseIdNumber,
  upgradeFifteenDigits,
} from './id-number.ts'
import { passportIssuer } from './passport.ts'
import { residencePermitRegion } from './permanent-residence-card.ts'
import { anyText } from './testing/any-text.ts'
import { aCitizenNumber } from './testing/builders.ts'

const todayOn = asCalendarDate('2026-11-25')
const numberText = anyText('0123456789XxＸ０９ -.EGHMKABDO\u200b')
const faults = [
  'format',
  'checksum',
  'impossibleDate',
  'futureDate',
  'tooOld',
  'excelPrecisionLost',
  'fifteenDigits',
]
const birthOn = fc
  .integer({ min: -25_000, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString())
const area = fc.constantFrom('610103', '110105', '440524', '810000', '820000', '830000', '932682', '911124')
const soundNumber = fc
  .tuple(birthOn, fc.integer({ min: 1, max: 995 }), area)
  .map(([birth, sequence, areaCode]) => ({
    birth,
    sequence,
    areaCode,
    idNumber: aCitizenNumber(birth, sequence, areaCode),
  }))

/** ISO 7064 MOD 11-2 as the standard defines it, step by step instead of by weights. */
function checksRight(idNumber: string): boolean {
  const values = [...idNumber].map((character) => (character === 'X' ? 10 : Number(character)))
  const rest = values.slice(0, -1).reduce((product, value) => ((product + value) * 2) % 11, 0)
  return (rest + (values.at(-1) ?? 0)) % 11 === 1
}

describe('whatever is typed as a number', () => {
  it('is a reading or a named fault, for every kind of document', () => {
    fc.assert(
      fc.property(numberText, fc.constantFrom(...idDocumentTypes), (text, documentType) => {
        for (const reading of [
          classifyIdNumber(text, todayOn),
          checkDocumentNumber(documentType, text, todayOn),
        ]) {
          if (reading.ok) expect(reading.idNumber).toBe(normaliseIdNumber(text))
          else expect(faults).toContain(reading.reason)
        }
      }),
      { numRuns: 2000 },
    )
  })
  it('is settled after one cleaning', () => {
    fc.assert(
      fc.property(numberText, (text) => {
        const cleaned = normaliseIdNumber(text)
        expect(normaliseIdNumber(cleaned)).toBe(cleaned)
      }),
    )
  })
  it('is text of a cell, or refused, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.anything(), (cell) => {
        const kept = idNumberFromCell(cell)
        expect(kept.ok ? typeof kept.text : kept.reason).toBe(kept.ok ? 'string' : 'excelPrecisionLost')
      }),
    )
  })
})

describe('a sound number', () => {
  it('gives back the birth date, the sex and the kind it was made of', () => {
    fc.assert(
      fc.property(soundNumber, ({ birth, sequence, areaCode, idNumber }) => {
        const documentType = areaCode.startsWith('9')
          ? 'foreignPermanentResidence'
          : areaCode.startsWith('8')
            ? 'hkMacaoTaiwanResidencePermit'
            : 'citizenId'
        const reading = { birthOn: birth, sex: sequence % 2 === 1 ? '1' : '2', documentType, warnings: [] }
        expect(classifyIdNumber(idNumber, todayOn)).toMatchObject(reading)
        expect(checkDocumentNumber(documentType, idNumber, todayOn)).toMatchObject(reading)
      }),
    )
  })
  it('is read however it is spread, widened or typed in small letters', () => {
    const spread = (idNumber: string, at: number, gap: string) =>
      idNumber.slice(0, at) + gap + idNumber.slice(at)
    const gap = fc.constantFrom(' ', '-', '\u3000', '\u200b', '\ufeff', "'")
    fc.assert(
      fc.property(soundNumber, fc.nat({ max: 18 }), gap, ({ idNumber }, at, between) => {
        const wide = idNumber.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        for (const text of [spread(idNumber, at, between), wide, idNumber.toLowerCase()])
          expect(classifyIdNumber(text, todayOn)).toMatchObject({ ok: true, idNumber })
      }),
    )
  })
  it('checks right by the standard itself', () => {
    fc.assert(
      fc.property(soundNumber, ({ idNumber }) => {
        expect(checksRight(idNumber)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.stringMatching(/^\d{17}$/), (first17) => {
        expect(checksRight(first17 + citizenCheckCharacter(first17))).toBe(true)
      }),
    )
  })
  it('comes out of its fifteen digits again', () => {
    fc.assert(
      fc.property(soundNumber, ({ birth, idNumber }) => {
        fc.pre(birth.startsWith('19'))
        const fifteen = idNumber.slice(0, 6) + idNumber.slice(8, 17)
        expect(upgradeFifteenDigits(fifteen)).toBe(idNumber)
      }),
    )
  })
  it('is noticed when two neighbours are swapped or one digit is wrong', () => {
    fc.assert(
      fc.property(soundNumber, fc.nat({ max: 15 }), ({ idNumber }, at) => {
        fc.pre(idNumber[at] !== idNumber[at + 1])
        const swapped = `${idNumber.slice(0, at)}${idNumber.charAt(at + 1)}${idNumber.charAt(at)}${idNumber.slice(at + 2)}`
        expect(classifyIdNumber(swapped, todayOn).ok).toBe(false)
      }),
    )
  })
})

describe('regions and centuries that only give a warning', () => {
  const warningsOf = (idNumber: string) => {
    const reading = classifyIdNumber(idNumber, todayOn)
    return reading.ok ? reading.warnings : reading.reason
  }
  it('warns of regions no citizen is registered in', () => {
    expect(warningsOf(aCitizenNumber('1950-05-20', 1, '990000'))).toEqual(['unknownRegion'])
    expect(warningsOf(aCitizenNumber('1950-05-20', 1, '160103'))).toEqual(['unknownRegion'])
    expect(warningsOf(aCitizenNumber('1950-05-20', 1, '810103'))).toEqual(['unknownRegion'])
    expect(warningsOf(aCitizenNumber('1950-05-20', 1, '610103'))).toEqual([])
  })
  it('knows the three regions of residence permits', () => {
    const numbers = ['810000', '820000', '830000', '840000'].map((code) =>
      aCitizenNumber('1994-08-23', 2, code),
    )
    expect(numbers.map(residencePermitRegion)).toEqual(['hongKong', 'macao', 'taiwan', undefined])
  })
  it('asks where an older card may be of either century', () => {
    expect(warningsOf('PAK310080010103')).toEqual([])
    const numbers = Array.from({ length: 10 }, (_, check) => `PAK31000501010${check}`)
    const readings = numbers.map((number) => classifyIdNumber(number, todayOn)).filter(({ ok }) => ok)
    expect(readings).toHaveLength(1)
    expect(readings[0]).toMatchObject({ birthOn: '2005-01-01', warnings: ['eitherCentury'] })
  })
})

describe('other documents', () => {
  it.each([
    ['E12345678', 'mainland'],
    ['EA1234567', 'mainland'],
    ['EI1234567', undefined],
    ['G12345678', 'mainland'],
    ['141234567', 'mainland'],
    ['PE1234567', 'mainlandOfficial'],
    ['P.1234567', 'mainlandOfficial'],
    ['K12345678', 'hongKong'],
    ['MA1234567', 'macao'],
    ['301234567', 'taiwan'],
    ['AB1234', undefined],
  ])('the passport %s has the form of %s', (number, issuer) => {
    expect(passportIssuer(number)).toBe(issuer)
    // A form nobody knows is warned of and never refused.
    expect(checkDocumentNumber('passport', number, todayOn)).toMatchObject({
      ok: true,
      warnings: issuer === undefined ? ['unusualPassport'] : [],
    })
  })
  it.each([
    ['hkMacaoTravelPermit', 'H1234567802', true],
    ['hkMacaoTravelPermit', 'A12345678', false],
    ['taiwanTravelPermit', '12345678', true],
    ['taiwanTravelPermit', '123456789', false],
    ['birthCertificate', 'p123456789', true],
    ['birthCertificate', '123456789', false],
    ['none', '1', false],
  ] as const)('%s %s: %s', (documentType, number, isRead) => {
    expect(checkDocumentNumber(documentType, number, todayOn).ok).toBe(isRead)
  })
})

describe('likely right values of a faulty number', () => {
  const sound = aCitizenNumber('1943-08-15', 102)
  const slipOf = (typed: string, wanted = sound) =>
    idNumberCandidates(typed, todayOn).find(({ idNumber }) => idNumber === wanted)?.slip
  it('names the slip it would be', () => {
    expect(slipOf(sound.slice(0, 17))).toBe('checkMissing')
    expect(slipOf(sound.slice(0, 6) + sound.slice(8, 17))).toBe('fifteenDigits')
    expect(slipOf(sound.replace('0', 'O').replace('1', 'l'))).toBe('lookAlike')
    expect(slipOf(`${sound.slice(0, 17)}${sound.endsWith('0') ? '1' : '0'}`)).toBe('checkCharacter')
    expect(slipOf('11010519491231020X', '11010519491231002X')).toBe('swapped')
    expect(slipOf('11010519491231003X', '11010519491231002X')).toBe('oneDigit')
  })
  it('offers nothing for a sound number, nor for what is far from one', () => {
    expect(idNumberCandidates(sound, todayOn)).toEqual([])
    for (const text of ['', '123', 'abc', '6.10103E+17'])
      expect(idNumberCandidates(text, todayOn)).toEqual([])
  })
  it('keeps to what is known of the person', () => {
    const known = { birthOn: asCalendarDate('1943-08-15'), sex: '2' } as const
    const typed = `${sound.slice(0, 14)}9${sound.slice(15)}`
    const candidates = idNumberCandidates(typed, todayOn, known)
    expect(candidates.map(({ idNumber }) => idNumber)).toContain(sound)
    expect(candidates.length).toBeLessThan(idNumberCandidates(typed, todayOn).length)
  })
  it('is always sound, different, and finds each slip again', () => {
    fc.assert(
      fc.property(
        soundNumber,
        fc.nat({ max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        ({ idNumber }, at, step) => {
          fc.pre(!idNumber.startsWith('9') || at > 0)
          const digit = (Number(idNumber[at]) + step) % 10
          const typed = `${idNumber.slice(0, at)}${digit}${idNumber.slice(at + 1)}`
          const candidates = idNumberCandidates(typed, todayOn).map((one) => one.idNumber)
          expect(candidates).toContain(idNumber)
          expect(new Set(candidates).size).toBe(candidates.length)
          for (const one of candidates) expect([one, checksRight(one)]).toEqual([one, true])
        },
      ),
    )
  })
  it('never throws', () => {
    fc.assert(fc.property(numberText, (text) => void idNumberCandidates(text, todayOn)))
  })
})
