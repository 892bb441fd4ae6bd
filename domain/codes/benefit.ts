import { matchCode } from './match-code.ts'

/** What a person is paid or helped with, from one day to another. Source: own codes, no national standard. */
export const benefits = {
  oldAgeAllowance: '高龄津贴',
  lowIncomeAllowance: '低保金',
  specialHardshipSupport: '特困供养金',
  disabilityLivingSubsidy: '困难残疾人生活补贴',
  disabilityNursingSubsidy: '重度残疾人护理补贴',
  elderCareSubsidy: '养老服务补贴',
  entitledAllowance: '优抚抚恤补助',
  familyPlanningAward: '计划生育奖励扶助',
  orphanAllowance: '孤儿基本生活费',
  temporaryAid: '临时救助',
  housingSubsidy: '住房保障',
  pension: '养老金',
  otherBenefit: '其他待遇',
} as const satisfies Record<string, string>
export type Benefit = keyof typeof benefits

const aliases: Readonly<Record<string, Benefit>> = {
  高龄补贴: 'oldAgeAllowance',
  高龄: 'oldAgeAllowance',
  老龄津贴: 'oldAgeAllowance',
  低保: 'lowIncomeAllowance',
  最低生活保障金: 'lowIncomeAllowance',
  特困供养: 'specialHardshipSupport',
  五保供养: 'specialHardshipSupport',
  生活补贴: 'disabilityLivingSubsidy',
  残疾人生活补贴: 'disabilityLivingSubsidy',
  护理补贴: 'disabilityNursingSubsidy',
  残疾人护理补贴: 'disabilityNursingSubsidy',
  养老补贴: 'elderCareSubsidy',
  居家养老补贴: 'elderCareSubsidy',
  优抚金: 'entitledAllowance',
  抚恤金: 'entitledAllowance',
  计生奖扶: 'familyPlanningAward',
  奖励扶助: 'familyPlanningAward',
  廉租房: 'housingSubsidy',
  公租房: 'housingSubsidy',
  退休金: 'pension',
  其他: 'otherBenefit',
  其它: 'otherBenefit',
}

/** The code a word names; undefined when it names none. Source: own codes, no national standard. */
export function parseBenefit(text: string): Benefit | undefined {
  return matchCode(text, benefits, aliases)
}
