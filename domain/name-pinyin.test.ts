import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it, test } from 'vitest'
import { hanFoldings } from './codes/han-folding.ts'
import { foldHan } from './han-folding.ts'
import { bothNamePinyins, namePinyin } from './name-pinyin.ts'
import { pinyinSyllables } from './pinyin-text.ts'

const surnameReading = (surname: string) => namePinyin(`${surname}明`).sortKey.replace(/ ming$/, '')

describe('surnames (DOMAIN 7.3)', () => {
  test.each(
    `单 shan,仇 qiu,解 xie,曾 zeng,查 zha,区 ou,朴 piao,盖 ge,员 yun,乐 yue,缪 miao,翟 zhai,牟 mou,繁 po,纪 ji,折 she,
     召 shao,那 na,燕 yan,任 ren,华 hua,訾 zi,句 gou,相 xiang,宁 ning,应 ying,都 du,能 nai,於 yu,哈 ha,尉迟 yu chi,
     万俟 mo qi,令狐 ling hu,种 chong,秘 bi,薄 bo,洗 xian,祭 zhai,晟 cheng,少 shao,单于 chan yu,覃 qin,隗 wei,莘 shen,
     郇 xun,長孫 zhang sun,單 shan,單于 chan yu,區 ou,繆 miao,葉 ye,尉遲 yu chi`
      .split(',')
      .map((line): string[] => line.trim().split(/ (.*)/)),
  )('%s is read %s', (surname = '', reading) => {
    expect(surnameReading(surname)).toBe(reading)
  })
  test.each([
    '覃 qin tan',
    '翟 zhai di',
    '盖 ge gai',
    '乐 yue le',
    '隗 wei kui',
    '员 yun yuan',
    '莘 shen xin',
    '郇 xun huan',
    '樂 yue le',
  ])('%s: both readings', (line) => {
    const [surname = '', usual, other] = line.split(' ')
    expect(bothNamePinyins(`${surname}小明`).map(({ full }) => full)).toEqual([
      `${String(usual)}xiaoming`,
      `${String(other)}xiaoming`,
    ])
    expect(bothNamePinyins(`${surname}小明`)[1]?.initials).toBe(`${String(other).charAt(0)}xm`)
  })
  it('has one reading for all others, and for those whose two differ in tone alone', () => {
    expect(['王明', '宁静', '纪明', 'Anna Lee', ''].map(bothNamePinyins)).toEqual([[], [], [], [], []])
  })
})

describe('the pinyin a person gives', () => {
  it.each([
    ['覃小明', 'Tán Xiǎomíng', 'tan xiao ming'],
    ['覃小明', 'tan xiaoming', 'tan xiao ming'],
    ['覃小明', 'tan2 xiao3 ming2', 'tan xiao ming'],
    ['吕安', 'lǚ’ān', 'lv an'],
    ['吕安', 'lü an', 'lv an'],
    ['阿依古丽·买买提', 'ayiguli maimaiti', 'a yi gu li mai mai ti'],
    ['西安', 'xian', 'xi an'],
    ['先', 'xian', 'xian'],
  ])('%s as %s', (name, own, sortKey) => {
    expect(namePinyin(name, own)).toEqual({
      full: sortKey.replaceAll(' ', ''),
      initials: sortKey
        .split(' ')
        .map((syllable) => syllable[0])
        .join(''),
      sortKey,
    })
  })
  it('is used as typed where nothing tells its syllables apart, and not at all without letters', () => {
    for (const own of ['', '?', ' 一二三 '])
      expect([own, namePinyin('覃小明', own).sortKey]).toEqual([own, 'qin xiao ming'])
    expect(namePinyin('覃小明', 'Tan X.M. Ming').sortKey).toBe('tan x m ming')
    expect(namePinyin('Anna Lee', 'an na li').full).toBe('annali')
  })
  it('loses no letter and adds none, and never throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.stringMatching(/^[a-z' ]{0,40}$/))
    fc.assert(
      fc.property(text, fc.nat({ max: 8 }), (own, count) => {
        const syllables = pinyinSyllables(own, count)
        expect(syllables.every((one) => /^[a-z]+$/.test(one))).toBe(true)
        if (/^[a-z' ]*$/.test(own)) expect(syllables.join('')).toBe(own.replace(/[' ]/g, ''))
      }),
    )
  })
})

describe('traditional and simplified characters', () => {
  it('folds to the simplified form and leaves the rest', () => {
    expect(foldHan('陳劉趙葉於')).toBe('陈刘赵叶于')
    expect(foldHan('陈刘赵叶于')).toBe('陈刘赵叶于')
    expect(foldHan('𠮷田\ue000Anna·㛃')).toBe('𠮷田\ue000Anna·㛃')
    expect(foldHan('')).toBe('')
  })
  it('is settled after one folding, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const folded = foldHan(text)
        expect(foldHan(folded)).toBe(folded)
        expect([...folded].length).toBe([...text].length)
      }),
    )
  })
  it('has a partner for each character of its table, and folds none of them twice', () => {
    const [traditional, simplified] = [[...hanFoldings.traditional], [...hanFoldings.simplified]]
    expect(simplified).toHaveLength(traditional.length)
    expect(new Set(traditional).size).toBe(traditional.length)
    for (const character of simplified) expect(foldHan(character)).toBe(character)
  })
})

describe('reading whatever stands where a name should', () => {
  it('gives lower-case letters for Chinese names and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (name) => {
        const { full, sortKey } = namePinyin(name)
        expect(sortKey.replace(/\s/g, '')).toBe(full)
      }),
    )
  })
})

test('a given name is read as the library reads the whole, whether a character has a choice or not', () => {
  const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code))
  // In these words a character is read otherwise than alone.
  const usual = fc.constantFrom(...'朝阳长乐行重明华伟秀英', '重庆', '银行', '音乐', '成长', '了解')
  fc.assert(
    fc.property(fc.array(fc.oneof(han, usual), { minLength: 1, maxLength: 3 }), (given) => {
      const [options, text] = [{ toneType: 'none', type: 'array', v: true } as const, given.join('')]
      const whole = pinyin(`李${text}`, { ...options, surname: 'head' })
      expect(namePinyin(`李${text}`).sortKey).toBe(whole.join(' ').toLowerCase())
      // Behind a surname with a reading of its own, words are looked for.
      const rest = pinyin(text, { ...options, surname: 'off' })
      expect(namePinyin(`种${text}`).sortKey).toBe(['chong', ...rest].join(' ').toLowerCase())
    }),
    { numRuns: 3000 },
  )
})
