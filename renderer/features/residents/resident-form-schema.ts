import { z } from 'zod'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import {
  checkDocumentNumber,
  type IdDocumentType,
  type IdNumberFault,
  normaliseIdNumber,
} from '../../../domain/id-number.ts'
import { lunarDateSchema } from '../../../domain/lunar-birth.ts'
import { isMasked } from '../../../domain/mask.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import { dwellingDraftSchema, phoneSchema, residentDraftSchema } from '../../../domain/resident.ts'

/** Shape: a phone as the form holds it: one of the ledger's by its handle, whose number never came here, or a typed one. */
export interface PhoneValues {
  handle: string
  numberMasked: string
  number: string
  note: string
}

export const blankPhone: PhoneValues = { handle: '', numberMasked: '', number: '', note: '' }

/** Shape: the draft as it is typed; dates are texts and the dwelling is always there to be filled. */
export interface ResidentFormValues {
  name: string
  sex: string
  idDocumentType: IdDocumentType
  idNumber: string
  /** True while the ledger's own number, which never came here, is to stay. */
  isIdNumberKept: boolean
  birthWhen: string | null
  lunarBirth: { year: string; month: string | null; day: string | null; isLeap: boolean }
  ethnicGroup: string | null
  phones: PhoneValues[]
  dwelling: { building: string; unit: string; room: string }
  relationToHead: string | null
  registeredAddress: string
  currentAddress: string
  residenceStatus: string
  livingArrangement: string | null
  careTags: { careTag: string; fromOn: string | null; toOn: string | null }[]
  note: string
}

const typedLunarBirth = z
  .strictObject({
    year: z.string().trim(),
    month: z.string().nullable(),
    day: z.string().nullable(),
    isLeap: z.boolean(),
  })
  .transform(({ year, month, day, isLeap }) =>
    month === null || day === null
      ? null
      : { year: lunarYearOf(year), month: Number(month), day: Number(day), isLeap },
  )
  .pipe(lunarDateSchema.nullable())

/** What is no year has a sentence of its own in lunarBirthProblem. */
function lunarYearOf(text: string): number | null {
  return text === '' ? null : (lunarDateSchema.shape.year.safeParse(Number(text)).data ?? null)
}

const unmasked = (text: string) => !isMasked(text)

const phoneRow = z.strictObject({ handle: z.string(), numberMasked: z.string(), number: z.string() })
const keptPhone = phoneRow
  .extend({ handle: z.string().min(1), note: phoneSchema.shape.note })
  .transform(({ handle, note }) => ({ handle, note }))
const emptyPhone = phoneRow.extend({ number: z.string().trim().max(0), note: z.string().trim().max(0) })
const typedPhone = phoneRow
  .extend({
    handle: z.string().max(0),
    number: phoneSchema.shape.number.refine(unmasked, 'masked'),
    note: phoneSchema.shape.note,
  })
  .transform(({ number, note }) => ({ number, note }))

// The form can write any text where the draft has a code or a date; the check decides.
/** Reads what was typed into a change: blank phones are dropped, a blank dwelling is none, what was not touched stays. */
export const residentFormSchema = residentDraftSchema
  .extend({
    idNumber: z.string().max(40).refine(unmasked, 'masked').transform(normaliseIdNumber),
    isIdNumberKept: z.boolean(),
    phones: z
      .array(z.union([keptPhone, emptyPhone, typedPhone]))
      .max(10)
      .transform((phones) => phones.filter((phone) => !('number' in phone) || phone.number !== '')),
    lunarBirth: typedLunarBirth,
    dwelling: dwellingDraftSchema.transform((dwelling) =>
      dwelling.building + dwelling.unit + dwelling.room === '' ? null : dwelling,
    ),
  })
  .transform(({ isIdNumberKept, idNumber, ...draft }) => ({
    ...draft,
    idNumber: isIdNumberKept ? null : idNumber,
  })) as unknown as z.ZodType<ResidentChange, ResidentFormValues>

export const blankResident: ResidentFormValues = {
  name: '',
  sex: '0',
  idDocumentType: 'citizenId',
  idNumber: '',
  isIdNumberKept: false,
  birthWhen: null,
  lunarBirth: { year: '', month: null, day: null, isLeap: false },
  ethnicGroup: '01',
  phones: [blankPhone],
  dwelling: { building: '', unit: '', room: '' },
  relationToHead: null,
  registeredAddress: '',
  currentAddress: '',
  residenceStatus: 'registeredAndLiving',
  livingArrangement: null,
  careTags: [],
  note: '',
}

/** A stored resident as the form shows it. */
export function residentFormValues(resident: ResidentView): ResidentFormValues {
  return {
    name: resident.name,
    sex: resident.sex,
    idDocumentType: resident.idDocumentType,
    idNumber: '',
    isIdNumberKept: resident.idNumberMasked !== '',
    birthWhen: resident.birthWhen,
    lunarBirth:
      resident.lunarBirth === null
        ? blankResident.lunarBirth
        : {
            ...resident.lunarBirth,
            year: String(resident.lunarBirth.year ?? ''),
            month: String(resident.lunarBirth.month),
            day: String(resident.lunarBirth.day),
          },
    ethnicGroup: resident.ethnicGroup,
    phones: resident.phones.map((phone) => ({ ...blankPhone, ...phone })),
    dwelling: resident.dwelling ?? blankResident.dwelling,
    relationToHead: resident.relationToHead,
    registeredAddress: resident.registeredAddress,
    currentAddress: resident.currentAddress,
    residenceStatus: resident.residenceStatus,
    livingArrangement: resident.livingArrangement,
    careTags: [...resident.careTags],
    note: resident.note,
  }
}

/** Sentences, by path, for what only today's date and the kind of document can tell. */
export function residentProblems(values: ResidentFormValues, todayOn: CalendarDate): Record<string, string> {
  const problems: Record<string, string> = {}
  const idProblem = idNumberProblem(values, todayOn)
  if (idProblem !== null) problems['idNumber'] = idProblem
  const { birthWhen } = values
  if (birthWhen !== null && /^\d{4}/.test(birthWhen) && birthWhen > todayOn.slice(0, birthWhen.length)) {
    problems['birthWhen'] = fieldProblems.dateFuture
  }
  for (const [index, { fromOn, toOn }] of values.careTags.entries()) {
    if (fromOn !== null && fromOn > todayOn) problems[`careTags.${index}.fromOn`] = fieldProblems.dateFuture
    if (fromOn !== null && toOn !== null && toOn < fromOn)
      problems[`careTags.${index}.toOn`] = fieldProblems.periodOrder
  }
  return problems
}

function idNumberProblem(values: ResidentFormValues, todayOn: CalendarDate): string | null {
  const { idDocumentType, idNumber, isIdNumberKept } = values
  if (isIdNumberKept) return idDocumentType === 'none' ? fieldProblems.idNotWanted : null
  if (idDocumentType === 'none') return idNumber.trim() === '' ? null : fieldProblems.idNotWanted
  if (idNumber.trim() === '') return fieldProblems.idMissing
  const reading = checkDocumentNumber(idDocumentType, idNumber, todayOn)
  return reading.ok ? null : faultSentence(reading.reason, idDocumentType)
}

function faultSentence(fault: IdNumberFault, idDocumentType: IdDocumentType): string {
  switch (fault) {
    case 'format':
    case 'excelPrecisionLost':
      return idDocumentType === 'citizenId' ? fieldProblems.idFormat : fieldProblems.documentFormat
    case 'checksum':
      return fieldProblems.idChecksum
    case 'impossibleDate':
      return fieldProblems.idImpossibleDate
    case 'futureDate':
      return fieldProblems.idFutureDate
    case 'tooOld':
      return fieldProblems.idTooOld
    case 'fifteenDigits':
      return fieldProblems.idFifteenDigits
  }
}
