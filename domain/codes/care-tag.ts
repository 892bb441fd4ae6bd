import { matchCode } from './match-code.ts'

/** Groups of residents the committee looks after or relies on. Source: own codes, no national standard. */
export const careTags = {
  disabled: '残疾',
  lowIncome: '低保',
  specialHardship: '特困',
  lowIncomeMargin: '低保边缘',
  loneElder: '孤寡老人',
  emptyNest: '空巢老人',
  disabledElder: '失能',
  seriousIllness: '重病',
  entitledGroup: '优抚对象',
  veteran: '退役军人',
  bereavedOnlyChild: '计生特殊家庭',
  leftBehindChild: '困境儿童',
  partyMember: '党员',
  buildingHead: '楼栋长',
  volunteer: '志愿者',
} as const satisfies Record<string, string>
export type CareTag = keyof typeof careTags

const aliases: Readonly<Record<string, CareTag>> = {
  残疾人: 'disabled',
  残疾人士: 'disabled',
  残疾人员: 'disabled',
  持证残疾人: 'disabled',
  低保户: 'lowIncome',
  低保对象: 'lowIncome',
  低保人员: 'lowIncome',
  低保家庭: 'lowIncome',
  最低生活保障: 'lowIncome',
  最低生活保障对象: 'lowIncome',
  特困人员: 'specialHardship',
  特困户: 'specialHardship',
  特困供养: 'specialHardship',
  特困供养人员: 'specialHardship',
  五保: 'specialHardship',
  五保户: 'specialHardship',
  五保老人: 'specialHardship',
  低保边缘户: 'lowIncomeMargin',
  低保边缘家庭: 'lowIncomeMargin',
  低保边缘对象: 'lowIncomeMargin',
  低边: 'lowIncomeMargin',
  低边户: 'lowIncomeMargin',
  最低生活保障边缘家庭成员: 'lowIncomeMargin',
  孤寡: 'loneElder',
  孤老: 'loneElder',
  孤寡老年人: 'loneElder',
  空巢: 'emptyNest',
  空巢老年人: 'emptyNest',
  失能老人: 'disabledElder',
  失能老年人: 'disabledElder',
  失能人员: 'disabledElder',
  完全失能: 'disabledElder',
  重病患者: 'seriousIllness',
  大病: 'seriousIllness',
  大病患者: 'seriousIllness',
  重大疾病: 'seriousIllness',
  重症: 'seriousIllness',
  优抚: 'entitledGroup',
  优抚人员: 'entitledGroup',
  退伍军人: 'veteran',
  复员军人: 'veteran',
  转业军人: 'veteran',
  退役: 'veteran',
  退伍: 'veteran',
  计划生育特殊家庭: 'bereavedOnlyChild',
  计生特扶: 'bereavedOnlyChild',
  失独: 'bereavedOnlyChild',
  失独家庭: 'bereavedOnlyChild',
  失独老人: 'bereavedOnlyChild',
  留守儿童: 'leftBehindChild',
  孤儿: 'leftBehindChild',
  事实无人抚养儿童: 'leftBehindChild',
  中共党员: 'partyMember',
  共产党员: 'partyMember',
  中国共产党党员: 'partyMember',
  楼长: 'buildingHead',
  楼组长: 'buildingHead',
  志愿服务者: 'volunteer',
  义工: 'volunteer',
}

/** The code a cell names; undefined when it names none. Source: own codes, no national standard. */
export function parseCareTag(text: string): CareTag | undefined {
  return matchCode(text, careTags, aliases)
}

// Rosters write these where a person has no tag at all.
const emptyWords: readonly string[] = ['无', '没有', '否', '-', '--', '—', '——']

/** The tags a cell lists, each once in the order written, and the words that are none. Source: own codes, no national standard. */
export function parseCareTags(text: string): {
  readonly tags: readonly CareTag[]
  readonly unknown: readonly string[]
} {
  const tags = new Set<CareTag>()
  const unknown: string[] = []
  // Folding first leaves one form of comma, semicolon, slash and blank.
  for (const word of text.normalize('NFKC').split(/[、,;/\s]+/)) {
    if (word === '' || emptyWords.includes(word)) continue
    const tag = parseCareTag(word)
    if (tag === undefined) unknown.push(word)
    else tags.add(tag)
  }
  return { tags: [...tags], unknown }
}
