import { parseTypedPartialDate, type CalendarDate, type PartialDate } from '../calendar-date.ts'
import { parseBenefit } from '../codes/benefit.ts'
import { parseDisabilityCategory, parseDisabilityGrade } from '../codes/disability.ts'
import { parseEducation } from '../codes/education.ts'
import { parseHealthState } from '../codes/health-state.ts'
import { parseMaritalStatus } from '../codes/marital-status.ts'
import { parseOccupation } from '../codes/occupation.ts'
import { parsePoliticalStatus } from '../codes/political-status.ts'
import { isCardOf, readDisabilityCard } from '../disability-card.ts'
import { ownPhone, unsaid, type Disability, type Phone, type ResidentDraft } from '../resident.ts'
import type { ImportField } from '../roster-import.ts'
import { statedText } from './cell-text.ts'
import { readDatedWords } from './care-tag-cells.ts'
import { readPhoneCell } from './phone-cells.ts'
import { readCode, type RowCells } from './read-fields.ts'
import type { IssueList } from './row-issues.ts'

const mostBenefits = 40

/** What a row says besides who somebody is and where: schooling, work, marriage, health and benefits. */
export function readRecordFields(of: RowCells, idNumber: string, todayOn: CalendarDate, list: IssueList) {
  const code = <Code>(field: ImportField, parse: (text: string) => Code | undefined) =>
    readCode(of.first(field), parse, 'valueUnknown', field, list)
  return {
    ...unsaid,
    formerName: statedText(of.first('formerName')),
    education: code('education', parseEducation),
    politicalStatus: code('politicalStatus', parsePoliticalStatus),
    maritalStatus: code('maritalStatus', parseMaritalStatus),
    marriedWhen: readMarriage(of, todayOn, list),
    occupation: code('occupation', parseOccupation),
    workplace: statedText(of.first('workplace')),
    retirementUnit: statedText(of.first('retirementUnit')),
    health: code('health', parseHealthState),
    disability: readDisability(of, idNumber, list),
    benefits: readBenefits(of, list),
  } satisfies Partial<ResidentDraft>
}

function readMarriage(of: RowCells, todayOn: CalendarDate, list: IssueList): ResidentDraft['marriedWhen'] {
  const text = statedText(of.first('marriedWhen'))
  if (text === '') return null
  const typed = parseTypedPartialDate(text)
  const when = typed.ok && isPastYear(typed.date, todayOn) ? typed.date : null
  if (when === null) list.warn('dateUnreadable', 'marriedWhen')
  return when
}

function isPastYear(when: PartialDate, todayOn: CalendarDate): boolean {
  return /^\d{4}/.test(when) && when.slice(0, 10) <= todayOn.slice(0, when.length)
}

/** The card's number tells kind and grade; a card of somebody else is not taken over. */
function readDisability(of: RowCells, idNumber: string, list: IssueList): Disability | null {
  const number = statedText(of.first('disabilityCard'))
  const reading = number === '' ? null : readDisabilityCard(number)
  const card = reading?.ok === true ? reading.card : null
  if (number !== '' && card === null) list.warn('disabilityCardUnreadable', 'disabilityCard')
  if (card !== null && idNumber !== '' && !isCardOf(card, [idNumber])) {
    list.warn('disabilityCardOfOther', 'disabilityCard')
    return null
  }
  const category = readCode(
    of.first('disabilityCategory'),
    parseDisabilityCategory,
    'valueUnknown',
    'disabilityCategory',
    list,
  )
  const grade = readCode(
    of.first('disabilityGrade'),
    parseDisabilityGrade,
    'valueUnknown',
    'disabilityGrade',
    list,
  )
  if (card !== null) return { category: card.category, grade: card.grade, reissueCount: card.reissueCount }
  if (category === null && grade === null) return null
  if (category === null || grade === null) {
    list.warn('disabilityIncomplete', category === null ? 'disabilityCategory' : 'disabilityGrade')
    return null
  }
  return { category, grade, reissueCount: 0 }
}

function readBenefits(of: RowCells, list: IssueList): ResidentDraft['benefits'] {
  const read = readDatedWords(of.all('benefits'), parseBenefit)
  for (const { word, code } of read) {
    if (code === undefined) list.warn('valueUnknown', 'benefits', { value: word })
  }
  if (read.some(({ period }) => period === undefined)) list.warn('dateUnreadable', 'benefits')
  const held = new Map(
    read.flatMap(({ code, period }) =>
      code === undefined
        ? []
        : [[code, { benefit: code, fromOn: period?.fromOn ?? null, toOn: period?.toOn ?? null }] as const],
    ),
  )
  return [...held.values()].slice(0, mostBenefits)
}

/** Somebody to call: a name and a number in one cell or in two. */
export function readEmergencyPhones(of: RowCells, list: IssueList): Phone[] {
  const owner = statedText(of.first('emergencyName')).slice(0, 40)
  const readings = of.all('emergencyPhone').map(readPhoneCell)
  const phones = readings.flatMap((reading) => reading.phones)
  if (readings.some(({ hasUnreadable }) => hasUnreadable)) list.warn('phoneUnreadable', 'emergencyPhone')
  if (owner !== '' && phones.length === 0) list.warn('emergencyNumberMissing', 'emergencyName')
  return phones.map(({ number, note }) => ({
    ...ownPhone(number, owner === '' ? '' : note),
    owner: owner === '' ? note.slice(0, 40) : owner,
    isEmergency: true,
  }))
}
