import { describe, expect, it } from 'vitest'
import { buildingWords, chineseDigits, directions, heavenlyStems } from './address-words.ts'
import { parseCareTag, parseCareTags } from './care-tag.ts'
import {
  careTagSchema,
  ethnicGroupSchema,
  livingArrangementSchema,
  relationToHeadSchema,
  residenceStatusSchema,
  sexSchema,
} from './code-schemas.ts'
import { ethnicGroups, parseEthnicGroup } from './ethnic-group.ts'
import { livingArrangements, parseLivingArrangement } from './living-arrangement.ts'
import { leapPrefix, lunarDatePrefix, lunarDayNames, lunarMonthNames } from './lunar-text.ts'
import { matchCode } from './match-code.ts'
import { provinces } from './region-province.ts'
import { headOfHouseholdCode, parseRelationToHead, relationsToHead } from './relation-to-head.ts'
import { parseResidenceStatus } from './residence-status.ts'
import { parseSex } from './sex.ts'
import { surnameOtherReadings, surnameReadings } from './surname-readings.ts'

describe('matching a cell to a code', () => {
  const table = { '01': '甲（一）', '10': '乙' } as const
  it.each([
    ['01', '01'],
    [' ０１ ', '01'],
    ['甲(一)', '01'],
    ['第 二', '10'],
  ])('reads %j as %s', (text, code) => {
    expect(matchCode(text, table, { 第二: '10' })).toBe(code)
  })
  it.each(['', '  ', '丙', 'toString', '__proto__', 'constructor'])('finds nothing in %j', (text) => {
    expect(matchCode(text, table, {})).toBeUndefined()
  })
})

describe('sex', () => {
  it.each([
    ['男', '1'],
    ['女 ', '2'],
    ['女性', '2'],
    ['１', '1'],
    ['F', '2'],
    ['未知的性别', '0'],
    ['未说明的性别', '9'],
  ])('reads %j as %s', (text, code) => {
    expect(parseSex(text)).toBe(code)
  })
  it('refuses other codes', () => {
    expect(parseSex('3')).toBeUndefined()
    expect(sexSchema.safeParse('3').success).toBe(false)
    expect(sexSchema.options).toEqual(['0', '1', '2', '9'])
  })
})

describe('ethnic group', () => {
  it('holds the 56 groups and two extra codes', () => {
    expect(ethnicGroupSchema.options).toHaveLength(58)
    expect(ethnicGroups['05']).toBe('维吾尔族')
    expect(ethnicGroups['56']).toBe('基诺族')
  })
  it.each([
    ['汉', '01'],
    ['汉族', '01'],
    ['1', '01'],
    ['土', '30'],
    ['土家', '15'],
    ['毛难', '36'],
    ['崩龙族', '46'],
    ['穿青人', '97'],
  ])('reads %j as %s', (text, code) => {
    expect(parseEthnicGroup(text)).toBe(code)
  })
  it.each(['', '族', '0', '57'])('finds nothing in %j', (text) => {
    expect(parseEthnicGroup(text)).toBeUndefined()
  })
})

describe('relation to the head of the household', () => {
  it('has one code for the head and none for 02', () => {
    expect(relationsToHead[headOfHouseholdCode]).toBe('户主')
    expect(relationToHeadSchema.options).toHaveLength(83)
    expect(relationToHeadSchema.safeParse('02').success).toBe(false)
    expect(relationsToHead['38']).toBe('儿媳')
    expect(relationsToHead['99']).toBe('非亲属')
  })
  it.each([
    ['户主', '01'],
    ['本人', '01'],
    ['户主（本人）', '01'],
    ['01', '01'],
    ['02', '01'],
    ['妻', '12'],
    ['丈夫', '11'],
    ['配偶', '10'],
    ['儿子', '20'],
    ['长子', '22'],
    ['女儿', '30'],
    ['之女', '30'],
    ['户主之妻', '12'],
    ['父', '51'],
    ['母', '52'],
    ['孙子', '41'],
    ['儿媳', '38'],
    ['女婿', '28'],
    ['外孙女', '44'],
    ['岳母', '56'],
    ['哥哥', '71'],
    ['其他', '80'],
    ['非亲属', '99'],
  ])('reads %j as %s', (text, code) => {
    expect(parseRelationToHead(text)).toBe(code)
  })
  it.each(['', '之', '1', '2', '98'])('finds nothing in %j', (text) => {
    expect(parseRelationToHead(text)).toBeUndefined()
  })
})

describe('residence status', () => {
  it.each([
    ['人户一致', 'registeredAndLiving'],
    ['常住', 'registeredAndLiving'],
    ['户籍', 'registeredAndLiving'],
    ['户在人不在', 'registeredOnly'],
    ['户籍外出(空挂)', 'registeredOnly'],
    ['人在户不在', 'livingOnly'],
    ['租住', 'livingOnly'],
    ['流动', 'floating'],
    ['其它', 'other'],
  ])('reads %j as %s', (text, code) => {
    expect(parseResidenceStatus(text)).toBe(code)
    expect(residenceStatusSchema.parse(code)).toBe(code)
  })
  it('does not guess which way person and registration differ', () => {
    expect(parseResidenceStatus('人户分离')).toBeUndefined()
  })
})

describe('living arrangement', () => {
  it.each([
    ['与子女同住', 'withChildren'],
    ['与配偶同住(空巢)', 'withSpouse'],
    ['空巢', 'withSpouse'],
    ['独居', 'alone'],
    ['孤寡', 'loneNoFamily'],
    ['养老院', 'institution'],
    ['其他', 'other'],
  ])('reads %j as %s', (text, code) => {
    expect(parseLivingArrangement(text)).toBe(code)
    expect(livingArrangementSchema.parse(code)).toBe(code)
  })
  it('shows the empty nest in its name', () => {
    expect(livingArrangements.withSpouse).toBe('与配偶同住（空巢）')
  })
})

describe('care tags', () => {
  it('has fifteen tags', () => {
    expect(careTagSchema.options).toHaveLength(15)
  })
  it('keeps old people who need care apart from disabled people', () => {
    expect(parseCareTag('残疾人')).toBe('disabled')
    expect(parseCareTag('失能老人')).toBe('disabledElder')
    expect(parseCareTag('五保')).toBe('specialHardship')
    expect(parseCareTag('失独家庭')).toBe('bereavedOnlyChild')
  })
  it('reads a list with any separator, each tag once', () => {
    expect(parseCareTags('低保户、残疾，党员;志愿者；楼长/重病　低保 退役军人')).toEqual({
      tags: [
        'lowIncome',
        'disabled',
        'partyMember',
        'volunteer',
        'buildingHead',
        'seriousIllness',
        'veteran',
      ],
      unknown: [],
    })
  })
  it('hands back the words it does not know', () => {
    expect(parseCareTags('低保、重点户')).toEqual({ tags: ['lowIncome'], unknown: ['重点户'] })
  })
  it.each(['', ' ', '无', '—'])('reads %j as no tag', (text) => {
    expect(parseCareTags(text)).toEqual({ tags: [], unknown: [] })
  })
})

describe('plain tables', () => {
  it('knows the 34 provinces', () => {
    expect(Object.keys(provinces)).toHaveLength(34)
    expect(provinces['61']).toBe('陕西省')
    expect(provinces['82']).toBe('澳门特别行政区')
  })
  it('names lunar months and days', () => {
    expect(lunarMonthNames).toHaveLength(12)
    expect(lunarMonthNames[10]).toBe('冬月')
    expect(lunarDayNames).toHaveLength(30)
    expect([
      lunarDayNames[0],
      lunarDayNames[9],
      lunarDayNames[19],
      lunarDayNames[28],
      lunarDayNames[29],
    ]).toEqual(['初一', '初十', '二十', '廿九', '三十'])
    expect(`${lunarDatePrefix}${leapPrefix}${lunarMonthNames[4]}`).toBe('农历闰五月')
  })
  it('reads surnames the pinyin library misses', () => {
    expect(surnameReadings['种']).toBe('chong')
    expect(surnameReadings['单于']).toBe('chan yu')
    expect(surnameOtherReadings['覃']).toBe('tan')
  })
  it('orders the words of addresses', () => {
    expect(chineseDigits.indexOf('十') + 1).toBe(10)
    expect(heavenlyStems).toHaveLength(10)
    expect(directions).toHaveLength(4)
    // A building called by its number must not be read as ending in the shorter word.
    expect(buildingWords.indexOf('号楼')).toBeLessThan(buildingWords.indexOf('楼'))
  })
})
