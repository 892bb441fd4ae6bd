import { dateParts, type CalendarDate } from '../../domain/calendar-date.ts'
import { benefits } from '../../domain/codes/benefit.ts'
import { careTags } from '../../domain/codes/care-tag.ts'
import { disabilityCategories, disabilityGrades } from '../../domain/codes/disability.ts'
import { educations } from '../../domain/codes/education.ts'
import { ethnicGroups } from '../../domain/codes/ethnic-group.ts'
import { healthStates } from '../../domain/codes/health-state.ts'
import { livingArrangements } from '../../domain/codes/living-arrangement.ts'
import { maritalStatuses } from '../../domain/codes/marital-status.ts'
import { occupations } from '../../domain/codes/occupation.ts'
import { politicalStatuses } from '../../domain/codes/political-status.ts'
import { relationsToHead } from '../../domain/codes/relation-to-head.ts'
import { residenceStatuses } from '../../domain/codes/residence-status.ts'
import { sexes } from '../../domain/codes/sex.ts'
import { disabilityCardNumber } from '../../domain/disability-card.ts'
import type { LunarDate } from '../../domain/lunar-birth.ts'
import { formatLunar } from '../../domain/lunar-date.ts'
import type { ResidentDraft } from '../../domain/resident.ts'

interface RosterColumn {
  readonly header: string
  /** Unit: characters, as spreadsheet programs count them. */
  readonly width: number
  /** Text keeps every digit of an ID number; a date cell is what offices type for a birth date. */
  readonly format: 'text' | 'number' | 'date'
  readonly cellOf: (person: ResidentDraft, place: RosterPlace) => string | number | Date | null
}

/** Where in the roster a person stands. */
interface RosterPlace {
  readonly order: number
  readonly headName: string
}

/** The columns of an office's roster, in its order. */
export const rosterColumns: readonly RosterColumn[] = [
  { header: '序号', width: 6, format: 'number', cellOf: (_, { order }) => order },
  text('楼栋', 12, ({ dwelling }) => dwelling?.building),
  text('单元', 8, ({ dwelling }) => withWord(dwelling?.unit, /^\d+$/, '单元')),
  text('室', 8, ({ dwelling }) => dwelling?.room),
  { header: '户主姓名', width: 16, format: 'text', cellOf: (_, { headName }) => headName || null },
  text('姓名', 16, ({ name }) => name),
  text('性别', 6, ({ sex }) => sexes[sex]),
  text('身份证号', 22, ({ idNumber }) => idNumber),
  { header: '出生日期', width: 12, format: 'date', cellOf: ({ birthWhen }) => birthCell(birthWhen) },
  text('农历生日', 18, ({ lunarBirth }) => lunarBirth && lunarText(lunarBirth)),
  text('民族', 10, ({ ethnicGroup }) => ethnicGroup && ethnicGroups[ethnicGroup]),
  text('与户主关系', 12, ({ relationToHead }) => relationToHead && relationsToHead[relationToHead]),
  text('联系电话', 20, ({ phones }) => ownPhones(phones).slice(0, 1).map(phoneText).join('')),
  text('其他电话', 28, ({ phones }) => ownPhones(phones).slice(1).map(phoneText).join('、')),
  text('紧急联系电话', 28, ({ phones }) =>
    phones
      .filter(({ isEmergency }) => isEmergency)
      .map(emergencyText)
      .join('、'),
  ),
  text('曾用名', 12, ({ formerName }) => formerName),
  text('文化程度', 16, ({ education }) => education && educations[education]),
  text('政治面貌', 16, ({ politicalStatus }) => politicalStatus && politicalStatuses[politicalStatus]),
  text('婚姻状况', 10, ({ maritalStatus }) => maritalStatus && maritalStatuses[maritalStatus]),
  text('结婚日期', 12, ({ marriedWhen }) => marriedWhen),
  text('从业状况', 14, ({ occupation }) => occupation && occupations[occupation]),
  text('工作单位', 18, ({ workplace }) => workplace),
  text('退休单位', 18, ({ retirementUnit }) => retirementUnit),
  text('健康状况', 18, ({ health }) => health && healthStates[health]),
  text(
    '残疾人证号',
    24,
    ({ idNumber, disability }) => disability && disabilityCardNumber(idNumber, disability),
  ),
  text('残疾类别', 10, ({ disability }) => disability && disabilityCategories[disability.category]),
  text('残疾等级', 10, ({ disability }) => disability && disabilityGrades[disability.grade]),
  text('享受待遇', 28, ({ benefits: held }) => held.map(benefitText).join('、')),
  text('户籍地址', 36, ({ registeredAddress }) => registeredAddress),
  text('现住址（不住在本社区的填写）', 28, ({ currentAddress }) => currentAddress),
  text('人户状态', 16, ({ residenceStatus }) => residenceStatuses[residenceStatus]),
  text('居住情况', 16, ({ livingArrangement }) => livingArrangement && livingArrangements[livingArrangement]),
  text('关爱类别', 28, ({ careTags: periods }) => periods.map(careTagText).join('、')),
  text('备注', 28, ({ note }) => note),
]

export const rosterTitle = '幸福里社区居民花名册'
export const rosterSubtitle = '填报单位：幸福里社区居民委员会　　　　　　　　填报日期：2026年11月25日'
export const rosterSignature = '填表人：　　　　　　审核人：　　　　　　单位（盖章）：'
export const rosterSheetName = '花名册'

function text(
  header: string,
  width: number,
  textOf: (person: ResidentDraft) => string | null | undefined,
): RosterColumn {
  return { header, width, format: 'text', cellOf: (person) => textOf(person) || null }
}

function lunarText(lunar: LunarDate): string {
  return `${lunar.year === null ? '' : `${String(lunar.year)}年`}${formatLunar(lunar)}`
}

function phoneText({ number, note }: ResidentDraft['phones'][number]): string {
  return note === '' ? number : `${number}（${note}）`
}

function emergencyText({ number, owner }: ResidentDraft['phones'][number]): string {
  return owner === '' ? number : `${number}（${owner}）`
}

function ownPhones(phones: ResidentDraft['phones']): ResidentDraft['phones'] {
  return phones.filter(({ isEmergency }) => !isEmergency)
}

function careTagText({ careTag, ...period }: ResidentDraft['careTags'][number]): string {
  return datedText(careTags[careTag], period)
}

function benefitText({ benefit, ...period }: ResidentDraft['benefits'][number]): string {
  return datedText(benefits[benefit], period)
}

function datedText(
  word: string,
  { fromOn, toOn }: Pick<ResidentDraft['careTags'][number], 'fromOn' | 'toOn'>,
): string {
  const days = periodText(fromOn, toOn)
  return days === '' ? word : `${word}（${days}）`
}

/** Cards run from day to day; what begins with a month is written by its month. */
function periodText(fromOn: CalendarDate | null, toOn: CalendarDate | null): string {
  if (fromOn !== null && toOn !== null) return `${dotted(fromOn)}—${dotted(toOn)}`
  if (toOn !== null) return `至${dotted(toOn)}`
  if (fromOn === null) return ''
  const { year, month, day } = dateParts(fromOn)
  return day === 1 ? `${String(year)}年${String(month)}月起` : `${dotted(fromOn)}起`
}

function dotted(date: CalendarDate): string {
  const { year, month, day } = dateParts(date)
  return `${String(year)}.${String(month)}.${String(day)}`
}

function withWord(value: string | undefined, pattern: RegExp, word: string): string | undefined {
  return value !== undefined && pattern.test(value) ? value + word : value
}

function birthCell(birthWhen: string | null): string | Date | null {
  if (birthWhen === null || !/^\d{4}-\d{2}-\d{2}$/.test(birthWhen)) return birthWhen
  return new Date(`${birthWhen}T00:00:00.000Z`)
}
