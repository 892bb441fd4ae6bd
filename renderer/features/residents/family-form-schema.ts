import { z } from 'zod'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { headOfHouseholdCode } from '../../../domain/codes/relation-to-head.ts'
import { familyDraftSchema, type FamilyDraft } from '../../../domain/household.ts'
import { type IdDocumentType, normaliseIdNumber } from '../../../domain/id-number.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import { ownPhone } from '../../../domain/resident.ts'
import { idNumberProblem } from './resident-problems.ts'

/** Shape: somebody of the family as it is typed. */
export interface FamilyMemberValues {
  name: string
  idDocumentType: IdDocumentType
  idNumber: string
  birthWhen: string | null
  sex: string
  relationToHead: string | null
  phone: string
}

/** Shape: the family as it is typed. */
export interface FamilyValues {
  dwelling: { building: string; unit: string; room: string }
  registeredAddress: string
  residenceStatus: string
  members: FamilyMemberValues[]
}

export const blankMember: FamilyMemberValues = {
  name: '',
  idDocumentType: 'citizenId',
  idNumber: '',
  birthWhen: null,
  sex: '0',
  relationToHead: null,
  phone: '',
}

/** One row for the head. */
export const blankFamily: FamilyValues = {
  dwelling: { building: '', unit: '', room: '' },
  registeredAddress: '',
  residenceStatus: 'registeredAndLiving',
  members: [{ ...blankMember, relationToHead: headOfHouseholdCode }],
}

/** A row nobody typed in; those at the end are left out. */
function isBlankMember({ name, idNumber, birthWhen, phone }: FamilyMemberValues): boolean {
  return `${name}${idNumber}${birthWhen ?? ''}${phone}`.trim() === ''
}

/** Only at the end, so that a fault keeps the number of its row. */
function withoutBlankEnd(members: readonly FamilyMemberValues[]): FamilyMemberValues[] {
  const last = members.findLastIndex((member) => !isBlankMember(member))
  return members.slice(0, Math.max(1, last + 1))
}

/** Reads what was typed into a family. */
export const familyFormSchema = z
  .custom<FamilyValues>()
  .transform(({ members, ...family }) => ({
    ...family,
    members: withoutBlankEnd(members).map(({ phone, ...member }) => ({
      ...member,
      idNumber: normaliseIdNumber(member.idNumber),
      phones: phone.trim() === '' ? [] : [ownPhone(phone)],
    })),
    // The form can write any text where the draft has a code or a date; the check decides.
  }))
  .pipe(familyDraftSchema) as unknown as z.ZodType<FamilyDraft, FamilyValues>

/** Sentences, by path, for what the schema alone can't tell. */
export function familyProblems(values: FamilyValues, todayOn: CalendarDate): Record<string, string> {
  const members = withoutBlankEnd(values.members)
  const problems: Record<string, string> = {}
  if (values.dwelling.building.trim() === '')
    problems['dwelling.building'] = householdLabels.moving.doorMissing
  const numbers = members.map(({ idNumber }) => normaliseIdNumber(idNumber))
  for (const [index, member] of members.entries()) {
    const problem = idNumberProblem({ ...member, isIdNumberKept: false }, todayOn)
    const number = numbers[index] ?? ''
    if (problem !== null) problems[`members.${String(index)}.idNumber`] = problem
    else if (number !== '' && numbers.indexOf(number) !== index)
      problems[`members.${String(index)}.idNumber`] = householdLabels.family.numberTwice
    const { birthWhen } = member
    if (birthWhen !== null && /^\d{4}/.test(birthWhen) && birthWhen > todayOn.slice(0, birthWhen.length))
      problems[`members.${String(index)}.birthWhen`] = fieldProblems.dateFuture
  }
  const heads = members.flatMap(({ relationToHead }, index) =>
    relationToHead === headOfHouseholdCode ? [index] : [],
  )
  if (heads.length !== 1)
    problems[`members.${String(heads.at(-1) ?? 0)}.relationToHead`] = householdLabels.family.oneHead
  return problems
}
