import { describe, expect, test } from 'vitest'
import { Temporal } from 'temporal-polyfill'
import fc from 'fast-check'
import { SolarDay } from 'tyme4ts'
import { formatDwelling, compareNatural, parseDwelling } from './address.ts'
import { ageBandOf, ageOn, anniversary, birthRangeForAges } from './age.ts'
import {
  addDays,
  asCalendarDate,
  isCalendarDate,
  parseTypedDate,
  parseTypedPartialDate,
} from './calendar-date.ts'
import type { CalendarDate } from './calendar-date.ts'
import {
  checkDocumentNumber,
  citizenCheckCharacter,
  classifyIdNumber,
  idNumberFromCell,
  upgradeFifteenDigits,
} from './id-number.ts'
import {
  calendarDateOfLunar,
  daysInLunarMonth,
  festivalOn,
  formatLunar,
  lunarDateOf,
  nextLunarBirthday,
  parseLunarText,
  xusuiOn,
} from './lunar-date.ts'
import { readDisabilityCard } from './disability-card.ts'
import { permanentResidenceFacts, residencePermitRegion } from './permanent-residence-card.ts'
import { readRegionCode } from './region-code.ts'
import { strokeSortKey } from './stroke-order.ts'
import { provinces } from './codes/region-province.ts'
import { disabilityCategories, disabilityGrades } from './codes/disability.ts'
import { maskIdNumber, maskIdNumberForPublic, maskName, maskPhone } from './mask.ts'
import { namePinyin } from './name-pinyin.ts'
import { codePointCount, normalisePersonName } from './person-name.ts'

const today = asCalendarDate('2026-11-25')
const d = asCalendarDate
const classify = (text: string) => classifyIdNumber(text, today)

describe('identity numbers (worked examples 1 to 10)', () => {
  test('1: the standard sample is read', () => {
    expect(classify('11010519491231002X')).toMatchObject({
      ok: true,
      documentType: 'citizenId',
      birthOn: '1949-12-31',
      sex: '2',
      warnings: [],
    })
    expect(classify('440524188001010014')).toEqual({ ok: false, reason: 'tooOld' })
  })
  test('2: a changed digit is a wrong check character', () => {
    expect(classify('11010519491231003X')).toEqual({ ok: false, reason: 'checksum' })
  })
  test('3: fifteen digits become eighteen', () => {
    expect(upgradeFifteenDigits('110105491231002')).toBe('11010519491231002X')
    expect(upgradeFifteenDigits('440524800101001')).toBe('440524198001010013')
    expect(upgradeFifteenDigits('440524800101997')).toBeUndefined()
    expect(classify('110105491231002')).toEqual({
      ok: false,
      reason: 'fifteenDigits',
      suggestion: '11010519491231002X',
    })
  })
  test('4: residence permits of Hong Kong and Taiwan residents', () => {
    expect(classify('810000199408230021')).toMatchObject({
      documentType: 'hkMacaoTaiwanResidencePermit',
      birthOn: '1994-08-23',
      sex: '2',
    })
    expect(classify('830000199201300022')).toMatchObject({ birthOn: '1992-01-30', sex: '2' })
    expect(
      ['810000199408230021', '830000199201300022', '11010519491231002X'].map(residencePermitRegion),
    ).toEqual(['hongKong', 'taiwan', undefined])
  })
  test('5: the permanent residence card of 2023', () => {
    expect(classify('932682198501010017')).toMatchObject({
      documentType: 'foreignPermanentResidence',
      birthOn: '1985-01-01',
      sex: '1',
    })
    expect(classify('911124198108030024')).toMatchObject({ birthOn: '1981-08-03', sex: '2', warnings: [] })
    expect(classify('931586198001010028')).toMatchObject({ ok: true, sex: '2' })
    expect(permanentResidenceFacts('932682198501010017')).toEqual({
      version: '2023',
      provinceCode: '32',
      nationality: '682',
    })
    expect(permanentResidenceFacts('911124198108030024')).toMatchObject({
      provinceCode: '11',
      nationality: '124',
    })
    expect([provinces['32'], provinces['11']]).toEqual(['江苏省', '北京市'])
  })
  test('6: the older permanent residence card', () => {
    expect(classify('PAK310080010103')).toMatchObject({ ok: true, birthOn: '1980-01-01', sex: '2' })
    expect(classify('KAZ110090123105')).toMatchObject({ ok: true, birthOn: '1990-12-31', sex: '2' })
    expect(permanentResidenceFacts('PAK310080010103')).toEqual({
      version: '2004',
      provinceCode: '31',
      nationality: 'PAK',
    })
    expect(classify('KAZ110090123106')).toEqual({ ok: false, reason: 'checksum' })
  })
  test('7: valid synthetic numbers and a day that never was', () => {
    expect(classify('610103194002291013')).toMatchObject({ birthOn: '1940-02-29', sex: '1' })
    expect(classify('610103194308151021')).toMatchObject({ birthOn: '1943-08-15', sex: '2' })
    expect(classify('610103190002291015')).toEqual({ ok: false, reason: 'impossibleDate' })
  })
  test('8: a numeric cell is refused, and so is what it leaves behind', () => {
    expect(String(Number('610103194308151021'))).toBe('610103194308151000')
    expect(idNumberFromCell(Number('610103194308151021'))).toEqual({
      ok: false,
      reason: 'excelPrecisionLost',
    })
    expect(classify('610103194308151000')).toEqual({ ok: false, reason: 'excelPrecisionLost' })
    expect(classify('6.10103E+17')).toEqual({ ok: false, reason: 'excelPrecisionLost' })
  })
  test('a sound number that ends in 000 is accepted', () => {
    const first17 = ['61010319430815', '61010319500101', '61010319620304']
      .flatMap((head) => Array.from({ length: 100 }, (_, n) => `${head}${String(n).padStart(2, '0')}0`))
      .find((digits) => digits.endsWith('00') && citizenCheckCharacter(digits) === '0')
    expect(first17).toBeDefined()
    expect(classify(`${first17 ?? ''}0`)).toMatchObject({ ok: true, documentType: 'citizenId' })
  })
  test('9: full-width typing is understood', () => {
    expect(classify('１１０１０５１９４９１２３１００２Ｘ')).toMatchObject({ idNumber: '11010519491231002X' })
    expect(classify(" 110105-19491231-002x\ufeff'")).toMatchObject({ idNumber: '11010519491231002X' })
  })
  test('10: disability cards', () => {
    expect(readDisabilityCard('11010519491231002X43')).toEqual({
      ok: true,
      card: { idNumber: '11010519491231002X', category: '4', grade: '3', reissueCount: 0 },
    })
    expect([disabilityCategories['4'], disabilityGrades['3']]).toEqual(['肢体残疾', '三级'])
    expect(readDisabilityCard('11010519491231002X43B2')).toEqual({
      ok: true,
      card: { idNumber: '11010519491231002X', category: '4', grade: '3', reissueCount: 2 },
    })
    expect(readDisabilityCard('11010519491231002X48')).toEqual({ ok: false, reason: 'grade' })
  })
  test('other documents are checked by their own form', () => {
    expect(checkDocumentNumber('hkMacaoTravelPermit', 'h12345678', today)).toMatchObject({
      idNumber: 'H12345678',
    })
    expect(checkDocumentNumber('citizenId', '810000199408230021', today)).toMatchObject({ ok: false })
    expect(checkDocumentNumber('none', '', today)).toMatchObject({ ok: true })
  })
  test('every change of one digit is noticed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (position, step) => {
        const digits = [...'61010319430815102']
        digits[position] = String((Number(digits[position]) + step) % 10)
        expect(citizenCheckCharacter(digits.join(''))).not.toBe(citizenCheckCharacter('61010319430815102'))
      }),
    )
  })
})

const anyDate = fc
  .integer({ min: -25000, max: 25000 })
  .map((days) => d(Temporal.PlainDate.from('1970-01-01').add({ days }).toString()))

describe('ages (worked examples 11, 12, 15 to 18)', () => {
  test('11: born on 29 February', () => {
    const born = d('1940-02-29')
    expect(ageOn(born, d('2010-02-27'))).toBe(69)
    expect(ageOn(born, d('2010-02-28'))).toBe(70)
    expect(ageOn(born, d('2010-02-28'), '03-01')).toBe(69)
    expect(ageOn(born, d('2010-03-01'), '03-01')).toBe(70)
    expect(ageOn(born, d('2020-02-28'))).toBe(79)
    expect(ageOn(born, d('2020-02-29'))).toBe(80)
  })
  test('12: the day an age is reached', () => {
    expect(anniversary(d('1946-12-31'), 80)).toBe('2026-12-31')
    expect(anniversary(d('1947-01-01'), 80)).toBe('2027-01-01')
  })
  test('15 and 16: the traditional count grows at the lunar new year', () => {
    expect([ageOn(d('1957-01-15'), d('2027-01-01')), xusuiOn(d('1957-01-15'), d('2027-01-01'))]).toEqual([
      69, 71,
    ])
    expect([ageOn(d('1957-01-15'), d('2027-02-06')), xusuiOn(d('1957-01-15'), d('2027-02-06'))]).toEqual([
      70, 72,
    ])
    expect([ageOn(d('2000-02-04'), d('2000-02-05')), xusuiOn(d('2000-02-04'), d('2000-02-05'))]).toEqual([
      0, 2,
    ])
    expect([ageOn(d('1926-11-25'), today), xusuiOn(d('1926-11-25'), today)]).toEqual([100, 101])
  })
  test('17 and 18: bands and the must-visit list', () => {
    const births = [
      '1926-11-25',
      '1936-04-25',
      '1940-02-29',
      '1946-12-31',
      '1947-01-01',
      '1956-12-31',
      '1957-01-15',
      '1961-06-30',
      '1966-12-31',
      '1967-01-01',
    ].map(d)
    const ages = births.map((birth) => ageOn(birth, d('2026-12-31')))
    expect(ages).toEqual([100, 90, 86, 80, 79, 70, 69, 65, 60, 59])
    const counts = Object.groupBy(ages.map(ageBandOf), (band) => band)
    expect(Object.fromEntries(Object.entries(counts).map(([band, all]) => [band, all.length]))).toEqual({
      under60: 1,
      '60-64': 1,
      '65-69': 2,
      '70-79': 2,
      '80-89': 2,
      '90-99': 1,
      '100+': 1,
    })
    const due = (cutoff: string) =>
      births.filter((birth) => birth <= birthRangeForAges(70, null, d(cutoff)).bornTo).length
    expect(due('2027-01-01')).toBe(6)
    expect(due('2027-02-05')).toBe(7)
  })
  test('the birth range of an age is exactly the births of that age', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyDate,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 9 }),
        (birth, on, low, span) => {
          fc.pre(birth <= on)
          const { bornFrom, bornTo } = birthRangeForAges(low, low + span, on)
          const isInRange = birth <= bornTo && (bornFrom === undefined || birth >= bornFrom)
          const age = ageOn(birth, on)
          expect(isInRange).toBe(age >= low && age <= low + span)
        },
      ),
      { numRuns: 2000 },
    )
  })
  test('ages agree with a date library except on the day the leap rule decides', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (birth, on) => {
        fc.pre(birth <= on && !(birth.endsWith('02-29') && on.endsWith('02-28')))
        const years = Temporal.PlainDate.from(birth).until(Temporal.PlainDate.from(on), {
          largestUnit: 'year',
        }).years
        expect(ageOn(birth, on)).toBe(years)
      }),
    )
  })
})

describe('typed dates', () => {
  test.each(['19450302', '1945-3-2', '1945.3.2', '1945/03/02', '1945年3月2日', '１９４５．３．２'])(
    '%s',
    (text) => {
      expect(parseTypedDate(text)).toEqual({ ok: true, date: '1945-03-02' })
    },
  )
  test('impossible days, two-digit years and nonsense have their own answers', () => {
    expect(parseTypedDate('1945-2-30')).toEqual({ ok: false, reason: 'impossible' })
    expect(parseTypedDate('50-1-1')).toEqual({ ok: false, reason: 'twoDigitYear' })
    expect(parseTypedDate('abc')).toEqual({ ok: false, reason: 'format' })
  })
  test('a year alone, a month and a day without year are kept as such', () => {
    expect(parseTypedPartialDate('1945')).toEqual({ ok: true, date: '1945' })
    expect(parseTypedPartialDate('1945年3月')).toEqual({ ok: true, date: '1945-03' })
    expect(parseTypedPartialDate('XXXX-03-02')).toEqual({ ok: true, date: 'XXXX-03-02' })
    expect(parseTypedPartialDate('1945.13')).toEqual({ ok: false, reason: 'impossible' })
  })
  test('adding days agrees with a date library', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        expect(addDays(date, days)).toBe(Temporal.PlainDate.from(date).add({ days }).toString())
      }),
    )
  })
  test('a date exists exactly when a date library accepts it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          let exists = true
          try {
            Temporal.PlainDate.from(text, { overflow: 'reject' })
          } catch {
            exists = false
          }
          expect(isCalendarDate(text)).toBe(exists)
        },
      ),
    )
  })
})

describe('the lunar calendar (worked examples 19 to 24)', () => {
  const lunar = (date: string) => formatLunar(lunarDateOf(d(date)))
  test('19 and 20: leap-month birthdays', () => {
    expect(lunar('1933-07-22')).toBe('闰五月三十')
    const birthday = { month: 5, day: 30, isLeap: true }
    const next = (year: string) => nextLunarBirthday(birthday, d(`${year}-02-20`))
    expect(['2026', '2027', '2028', '2036'].map(next)).toEqual([
      '2026-07-13',
      '2027-07-03',
      '2028-07-21',
      '2036-06-23',
    ])
    expect(['2026-07-13', '2028-07-21'].map(lunar)).toEqual(['五月廿九', '闰五月廿九'])
    expect(daysInLunarMonth(2026, 5, false)).toBe(29)
    expect(lunar('1936-04-25')).toBe('闰三月初五')
    expect(['2026-04-24', '2026-04-25'].map((on) => ageOn(d('1936-04-25'), d(on)))).toEqual([89, 90])
    const third = { month: 3, day: 5, isLeap: true }
    expect(
      ['2026', '2027', '2031', '2036'].map((year) => nextLunarBirthday(third, d(`${year}-02-20`))),
    ).toEqual(['2026-04-21', '2027-04-11', '2031-04-26', '2036-04-01'])
  })
  test('21: the last day of the year', () => {
    expect(lunar('1935-02-03')).toBe('腊月三十')
    const last = { month: 12, day: 30, isLeap: false }
    expect(
      ['2026', '2027', '2028', '2029', '2030'].map((year) => nextLunarBirthday(last, d(`${year}-01-01`))),
    ).toEqual(['2026-02-16', '2027-02-05', '2028-01-25', '2029-02-12', '2030-02-02'])
    expect(['2026-02-16', '2027-02-05', '2028-01-25', '2029-02-12', '2030-02-02'].map(lunar)).toEqual([
      ...Array<string>(4).fill('腊月廿九'),
      '腊月三十',
    ])
  })
  test('22 and 24: festivals', () => {
    expect([2027, 2030, 2033].map((year) => festivalOn('springFestival', year))).toEqual([
      '2027-02-06',
      '2030-02-03',
      '2033-01-31',
    ])
    expect(festivalOn('lanternFestival', 2027)).toBe('2027-02-20')
    expect(festivalOn('dragonBoat', 2026)).toBe('2026-06-19')
    expect(festivalOn('midAutumn', 2025)).toBe('2025-10-06')
    expect([2026, 2027].map((year) => festivalOn('doubleNinth', year))).toEqual(['2026-10-18', '2027-10-08'])
    expect([festivalOn('layueNian', 2027), festivalOn('newYearsEve', 2027)]).toEqual([
      '2027-02-05',
      '2027-02-05',
    ])
    expect([festivalOn('layueNian', 2030), festivalOn('newYearsEve', 2030)]).toEqual([
      '2030-02-01',
      '2030-02-02',
    ])
  })
  test('23: leap months', () => {
    expect(lunar('2033-12-22')).toBe('闰冬月初一')
    expect(daysInLunarMonth(2033, 11, true)).toBe(29)
    expect(festivalOn('springFestival', 2034)).toBe('2034-02-19')
    expect(lunar('1987-08-01')).toBe('闰六月初七')
    expect(lunar('2025-08-20')).toBe('闰六月廿七')
  })
  test('a day that does not exist has no date', () => {
    expect(calendarDateOfLunar(2026, 4, 1, true)).toBeUndefined()
    expect(calendarDateOfLunar(2026, 12, 30, false)).toBeUndefined()
  })
  test('every day of 1930 to 2060 agrees with a second library, and back', () => {
    for (let date: CalendarDate = d('1930-01-01'); date < '2060-01-01'; date = addDays(date, 3)) {
      const [year, month, day] = date.split('-').map(Number)
      const other = SolarDay.fromYmd(year ?? 0, month ?? 0, day ?? 0).getLunarDay()
      const ours = lunarDateOf(date)
      const otherMonth = other.getLunarMonth()
      expect([ours.year, ours.month, ours.isLeap, ours.day]).toEqual([
        otherMonth.getYear(),
        otherMonth.getMonth(),
        otherMonth.isLeap(),
        other.getDay(),
      ])
      expect(calendarDateOfLunar(ours.year, ours.month, ours.day, ours.isLeap)).toBe(date)
    }
  })
  test('words are read back', () => {
    expect(parseLunarText('农历闰五月三十')).toEqual({ year: null, month: 5, day: 30, isLeap: true })
    expect(parseLunarText('腊月廿九')).toEqual({ year: null, month: 12, day: 29, isLeap: false })
    expect(parseLunarText('8.15')).toBeUndefined()
  })
})

describe('codes and stroke order (worked examples 28 and 29)', () => {
  test('28: the statistical code of a community', () => {
    expect(readRegionCode('610103005001')).toEqual({
      ok: true,
      region: {
        code: '610103005001',
        provinceCode: '61',
        countyCode: '610103',
        townshipKind: 'subdistrict',
        kind: 'residentsCommittee',
        warnings: [],
      },
    })
    expect(readRegionCode('610103005400')).toMatchObject({
      region: { kind: 'residentsCommitteeLike', warnings: [] },
    })
    expect(readRegionCode('610103005200')).toMatchObject({
      region: { kind: 'villagersCommittee', warnings: ['villagersCode'] },
    })
  })
  test('29: the order of honour lists', () => {
    const isAscending = (names: readonly string[]) =>
      names.every((name, at) => at === 0 || strokeSortKey(names[at - 1] ?? '') < strokeSortKey(name))
    expect(isAscending(['丁', '王', '文', '林', '欧'])).toBe(true)
    expect(isAscending(['高富', '高大富'])).toBe(true)
    expect(isAscending(['欧阳少东', '洪少东'])).toBe(true)
  })
})

describe('names (worked examples 30 and 31)', () => {
  test('30: separators and length', () => {
    expect(normalisePersonName('阿依古丽•买买提')).toBe('阿依古丽·买买提')
    expect(codePointCount('阿依古丽·买买提')).toBe(8)
    expect([codePointCount('𠮷田'), '𠮷田'.length]).toEqual([2, 3])
    expect(normalisePersonName(' 张　三 ')).toBe('张三')
    expect(normalisePersonName('John  Smith')).toBe('John Smith')
  })
  test('31: masks', () => {
    expect(maskIdNumber('11010519491231002X')).toBe('110***********002X')
    expect(maskIdNumberForPublic('11010519491231002X')).toBe('11*************02X')
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(['张三', '王小明', '阿依古丽·买买提'].map(maskName)).toEqual(['张*', '王*明', '阿***·买**'])
  })
  test('surnames are read as surnames', () => {
    const read = (name: string) => namePinyin(name).full
    expect(['单雄', '仇英', '曾国', '解放', '区伟', '查英', '尉迟恭', '种师道', '单于明'].map(read)).toEqual([
      'shanxiong',
      'qiuying',
      'zengguo',
      'xiefang',
      'ouwei',
      'zhaying',
      'yuchigong',
      'chongshidao',
      'chanyuming',
    ])
    expect(namePinyin('王小明')).toEqual({ full: 'wangxiaoming', initials: 'wxm', sortKey: 'wang xiao ming' })
  })
})

describe('addresses (worked example 33)', () => {
  test('33: walking order', () => {
    const inOrder = ['1-1-101', '1-2-101', '2-1-101', '10-1-101', '甲1号', '平房3']
    expect([...inOrder].reverse().sort(compareNatural)).toEqual(inOrder)
  })
  test.each([
    ['3号楼2单元501', { building: '3号楼', unit: '2', room: '501' }],
    ['3号楼2单元501室', { building: '3号楼', unit: '2', room: '501' }],
    ['3-2-501', { building: '3号楼', unit: '2', room: '501' }],
    ['3栋501室', { building: '3栋', unit: '', room: '501' }],
    ['A座1203', { building: 'A座', unit: '', room: '1203' }],
    ['5-1号楼3单元101', { building: '5-1号楼', unit: '3', room: '101' }],
    ['甲1号楼1单元101', { building: '甲1号楼', unit: '1', room: '101' }],
    ['三号楼二单元501', { building: '3号楼', unit: '2', room: '501' }],
    ['幸福家园二十一栋十二单元101', { building: '幸福家园21栋', unit: '12', room: '101' }],
    ['十号楼101', { building: '10号楼', unit: '', room: '101' }],
    ['东三楼', { building: '东三楼', unit: '', room: '' }],
    ['平房3', { building: '平房', unit: '', room: '3' }],
    ['临街3号', { building: '临街', unit: '', room: '3' }],
  ])('%s', (text, parts) => {
    expect(parseDwelling(text)).toEqual(parts)
  })
  test('a formatted dwelling is read back', () => {
    const parts = { building: '3号楼', unit: '2', room: '501' }
    expect(formatDwelling(parts)).toBe('3号楼2单元501')
    expect(parseDwelling(formatDwelling(parts))).toEqual(parts)
  })
})
