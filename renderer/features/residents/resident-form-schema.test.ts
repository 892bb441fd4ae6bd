import { describe, expect, it } from 'vitest'
import { asCalendarDate } from '../../../domain/calendar-date.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { residentViewSchema } from '../../../domain/resident-view.ts'
import { ownPhone, unsaid } from '../../../domain/resident.ts'
import { blankPhone } from './resident-form-rows.ts'
import { residentProblems } from './resident-problems.ts'
import {
  blankResident,
  residentFormSchema,
  type ResidentFormValues,
  residentFormValues,
} from './resident-form-schema.ts'

const todayOn = asCalendarDate('2026-11-25')

// The sample number of GB 11643-1999.
const filled: ResidentFormValues = {
  ...blankResident([]),
  name: '王秀英',
  sex: '2',
  idNumber: '11010519491231002x',
  birthWhen: '1949-12-31',
}

const filledDraft = {
  name: '王秀英',
  sex: '2',
  idDocumentType: 'citizenId',
  birthWhen: '1949-12-31',
  ethnicGroup: '01',
  relationToHead: null,
  registeredAddress: '',
  currentAddress: '',
  residenceStatus: 'registeredAndLiving',
  livingArrangement: null,
  note: '',
}

const stored = residentViewSchema.parse({
  ...unsaid,
  ...filledDraft,
  presence: 'here',
  spouseName: '',
  id: 7,
  householdId: 3,
  revision: 2,
  createdAt: '2026-11-25T01:00:00.000Z',
  updatedAt: '2026-11-25T01:00:00.000Z',
  idNumberMasked: '110***********002X',
  dwelling: { building: '3号楼', unit: '', room: '501' },
  lunarBirth: { year: null, month: 11, day: 12, isLeap: false },
  phones: [{ handle: 'a1', numberMasked: '138****5678', owner: '', isEmergency: false, note: '女儿' }],
  careTags: [{ careTag: 'loneElder', fromOn: '2020-01-01', toOn: null }],
})

describe('what is typed into the resident form', () => {
  it('becomes a draft without blank phones and without a blank dwelling', () => {
    const draft = residentFormSchema([]).parse(filled)
    expect(draft).toMatchObject({
      idNumber: '11010519491231002X',
      phones: [],
      dwelling: null,
      lunarBirth: null,
    })
  })

  it('leaves alone what a stored resident keeps and nobody touched', () => {
    const values = residentFormValues(stored, [])
    expect(residentFormSchema([]).parse(values)).toEqual({
      ...unsaid,
      ...filledDraft,
      idNumber: null,
      dwelling: { building: '3号楼', unit: '', room: '501' },
      lunarBirth: { year: null, month: 11, day: 12, isLeap: false },
      phones: [{ handle: 'a1', owner: '', isEmergency: false, note: '女儿' }],
      careTags: [{ careTag: 'loneElder', fromOn: '2020-01-01', toOn: null }],
    })
  })

  it('sends the number that replaces the one the ledger keeps', () => {
    const values = residentFormValues(stored, [])
    const [phone] = values.phones
    const change = residentFormSchema([]).parse({
      ...values,
      isIdNumberKept: false,
      idNumber: '11010519491231002x',
      phones: [{ ...phone, handle: '', number: '13900001111' }],
    })
    expect(change).toMatchObject({
      idNumber: '11010519491231002X',
      phones: [ownPhone('13900001111', '女儿')],
    })
  })

  it.each(['110***********002X', '110＊＊＊＊002X'])('refuses %s, which went through a mask', (masked) => {
    const typed = residentFormSchema([]).safeParse({ ...filled, idNumber: masked })
    expect(typed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['idNumber', 'masked'],
    ])
    const phones = [{ ...blankPhone, number: '138****5678' }]
    expect(residentFormSchema([]).safeParse({ ...filled, phones }).success).toBe(false)
  })

  it('is refused at the field when a date is no date', () => {
    const parsed = residentFormSchema([]).safeParse({ ...filled, birthWhen: '1949-13-31' })
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['birthWhen'])
  })

  it('is refused when a phone is noted but not given', () => {
    const parsed = residentFormSchema([]).safeParse({ ...filled, phones: [{ ...blankPhone, note: '女儿' }] })
    expect(parsed.success).toBe(false)
  })
})

describe('what only today and the kind of document can tell', () => {
  it('finds nothing wrong with a sound resident', () => {
    expect(residentProblems(filled, todayOn)).toEqual({})
  })

  it.each([
    ['110105194912310021', fieldProblems.idChecksum],
    ['1101051949123100', fieldProblems.idFormat],
    ['110105491231002', fieldProblems.idFifteenDigits],
    ['', fieldProblems.idMissing],
  ])('names what is wrong with the number %s', (idNumber, sentence) => {
    expect(residentProblems({ ...filled, idNumber }, todayOn)).toEqual({ idNumber: sentence })
  })

  it('wants no number where there is no document', () => {
    expect(residentProblems({ ...filled, idDocumentType: 'none', idNumber: '' }, todayOn)).toEqual({})
    expect(residentProblems({ ...filled, idDocumentType: 'none' }, todayOn)).toEqual({
      idNumber: fieldProblems.idNotWanted,
    })
  })

  it.each(['2026-11-26', '2026-12', '2027'])('refuses the birth date %s as lying ahead', (birthWhen) => {
    expect(residentProblems({ ...filled, birthWhen }, todayOn)).toEqual({
      birthWhen: fieldProblems.dateFuture,
    })
  })

  it.each(['2026-11-25', '2026-11', '2026', 'XXXX-03-02'])('accepts the birth date %s', (birthWhen) => {
    expect(residentProblems({ ...filled, birthWhen }, todayOn)).toEqual({})
  })

  it('refuses a care tag that ends before it begins', () => {
    const careTags = [{ careTag: 'disabled', fromOn: '2020-01-02', toOn: '2020-01-01' }]
    expect(residentProblems({ ...filled, careTags }, todayOn)).toEqual({
      'careTags.0.toOn': fieldProblems.periodOrder,
    })
  })

  it('refuses a care tag that begins in the future', () => {
    const careTags = [
      { careTag: 'disabled', fromOn: '2026-11-25', toOn: null },
      { careTag: 'lowIncome', fromOn: '2026-11-26', toOn: null },
    ]
    expect(residentProblems({ ...filled, careTags }, todayOn)).toEqual({
      'careTags.1.fromOn': fieldProblems.dateFuture,
    })
  })
})
