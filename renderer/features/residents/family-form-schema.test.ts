import { expect, it } from 'vitest'
import { asCalendarDate } from '../../../domain/calendar-date.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import { aCitizenNumber } from '../../../domain/testing/builders.ts'
import {
  blankFamily,
  blankMember,
  familyFormSchema,
  familyProblems,
  type FamilyMemberValues,
} from './family-form-schema.ts'

const todayOn = asCalendarDate('2026-11-25')
const head: FamilyMemberValues = {
  ...blankMember,
  name: '王建国',
  idNumber: ` ${aCitizenNumber('1950-05-20', 1).toLowerCase()} `,
  birthWhen: '1950-05-20',
  sex: '1',
  relationToHead: '01',
  phone: '13900000000',
}
const door = { building: '1号楼', unit: '2', room: '301' }
const family = (...members: FamilyMemberValues[]) => ({ ...blankFamily, dwelling: door, members })

it('reads the rows that were typed in and leaves out the blank ones at the end', () => {
  const read = familyFormSchema.parse(family(head, { ...blankMember, relationToHead: '20' }, blankMember))
  expect(read.members).toEqual([
    {
      name: '王建国',
      sex: '1',
      idDocumentType: 'citizenId',
      idNumber: aCitizenNumber('1950-05-20', 1),
      birthWhen: '1950-05-20',
      relationToHead: '01',
      phones: [{ number: '13900000000', owner: '', isEmergency: false, note: '' }],
    },
  ])
})

it('says each fault at the field of its row', () => {
  expect(familyProblems(family(head), todayOn)).toEqual({})
  const child = { ...blankMember, name: '王小明', relationToHead: '20' }
  expect(familyProblems(family(head, child), todayOn)).toEqual({
    'members.1.idNumber': fieldProblems.idMissing,
  })
  const same = { ...child, idNumber: head.idNumber }
  expect(familyProblems(family(head, same), todayOn)).toEqual({
    'members.1.idNumber': householdLabels.family.numberTwice,
  })
  const unborn = { ...child, idDocumentType: 'none' as const, birthWhen: '2027-01-01' }
  expect(familyProblems(family(head, unborn), todayOn)).toEqual({
    'members.1.birthWhen': fieldProblems.dateFuture,
  })
})

it('wants one head and a door', () => {
  const second = { ...head, idNumber: '', idDocumentType: 'none' as const }
  expect(familyProblems(family(head, second), todayOn)).toEqual({
    'members.1.relationToHead': householdLabels.family.oneHead,
  })
  const none = {
    ...family({ ...head, relationToHead: '20' }),
    dwelling: { building: ' ', unit: '', room: '1' },
  }
  expect(familyProblems(none, todayOn)).toEqual({
    'members.0.relationToHead': householdLabels.family.oneHead,
    'dwelling.building': householdLabels.moving.doorMissing,
  })
})

it('names the row of a blank one that others follow', () => {
  const read = familyFormSchema.safeParse(family(head, blankMember, { ...head, relationToHead: '10' }))
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain('members.1.name')
})

it('counts somebody of whom only a birth date was typed', () => {
  const read = familyFormSchema.safeParse(family(head, { ...blankMember, birthWhen: '2015-06-01' }))
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain('members.1.name')
})
