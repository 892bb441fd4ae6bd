import { z } from 'zod'
import { type IdDocumentType, normaliseIdNumber } from '../../../domain/id-number.ts'
import { lunarDateSchema } from '../../../domain/lunar-birth.ts'
import type { ResidentChange, ResidentView } from '../../../domain/resident-view.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import { disabilitySchema, dwellingDraftSchema, residentDraftSchema } from '../../../domain/resident.ts'
import { ownRows, ownRowsSchema, type OwnValueRow } from '../../ui/form/own-value-rows.ts'
import {
  blankDocument,
  blankPhone,
  documentRows,
  type DocumentValues,
  phoneRows,
  type PhoneValues,
  unmasked,
} from './resident-form-rows.ts'

/** Shape: the draft as it is typed; dates are texts and the dwelling is always there to be filled. */
export interface ResidentFormValues {
  name: string
  formerName: string
  otherName: string
  ownPinyin: string
  sex: string
  idDocumentType: IdDocumentType
  idNumber: string
  /** True while the ledger's own number, which never came here, is to stay. */
  isIdNumberKept: boolean
  otherDocuments: DocumentValues[]
  birthWhen: string | null
  lunarBirth: { year: string; month: string | null; day: string | null; isLeap: boolean }
  ethnicGroup: string | null
  education: string | null
  politicalStatus: string | null
  maritalStatus: string | null
  marriedWhen: string | null
  spouseId: number | null
  occupation: string | null
  workplace: string
  retirementUnit: string
  phones: PhoneValues[]
  dwelling: { building: string; unit: string; room: string }
  relationToHead: string | null
  registeredAddress: string
  currentAddress: string
  residenceStatus: string
  livingArrangement: string | null
  health: string | null
  disability: { category: string | null; grade: string | null; reissueCount: string }
  careTags: { careTag: string; fromOn: string | null; toOn: string | null }[]
  benefits: { benefit: string; fromOn: string | null; toOn: string | null }[]
  note: string
  ownValues: OwnValueRow[]
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

/** Nothing chosen is no disability; half of it is a question. */
const typedDisability = z
  .strictObject({
    category: z.string().nullable(),
    grade: z.string().nullable(),
    reissueCount: z.string().trim(),
  })
  .transform(({ category, grade, reissueCount }) =>
    category === null && grade === null ? null : { category, grade, reissueCount: Number(reissueCount) },
  )
  .pipe(disabilitySchema.nullable())

const formSchema = (ownFields: readonly OwnField[]) =>
  residentDraftSchema
    .extend({
      ownValues: ownRowsSchema(ownFields),
      idNumber: z.string().max(40).refine(unmasked, 'masked').transform(normaliseIdNumber),
      isIdNumberKept: z.boolean(),
      phones: phoneRows,
      otherDocuments: documentRows,
      lunarBirth: typedLunarBirth,
      disability: typedDisability,
      dwelling: dwellingDraftSchema.transform((dwelling) =>
        dwelling.building + dwelling.unit + dwelling.room === '' ? null : dwelling,
      ),
    })
    .transform(({ isIdNumberKept, idNumber, ...draft }) => ({
      ...draft,
      idNumber: isIdNumberKept ? null : idNumber,
    }))

/** Reads what was typed into a change: blank phones are dropped, a blank dwelling is none, what was not touched stays. */
export function residentFormSchema(ownFields: readonly OwnField[]) {
  // The form can write any text where the draft has a code or a date; the check decides.
  return formSchema(ownFields) as unknown as z.ZodType<ResidentChange, ResidentFormValues>
}

const blank: ResidentFormValues = {
  name: '',
  formerName: '',
  otherName: '',
  ownPinyin: '',
  sex: '0',
  idDocumentType: 'citizenId',
  idNumber: '',
  isIdNumberKept: false,
  otherDocuments: [],
  birthWhen: null,
  lunarBirth: { year: '', month: null, day: null, isLeap: false },
  ethnicGroup: '01',
  education: null,
  politicalStatus: null,
  maritalStatus: null,
  marriedWhen: null,
  spouseId: null,
  occupation: null,
  workplace: '',
  retirementUnit: '',
  phones: [blankPhone],
  dwelling: { building: '', unit: '', room: '' },
  relationToHead: null,
  registeredAddress: '',
  currentAddress: '',
  residenceStatus: 'registeredAndLiving',
  livingArrangement: null,
  health: null,
  disability: { category: null, grade: null, reissueCount: '0' },
  careTags: [],
  benefits: [],
  note: '',
  ownValues: [],
}

/** A form that nothing was typed into. */
export function blankResident(ownFields: readonly OwnField[]): ResidentFormValues {
  return { ...blank, ownValues: ownRows([], ownFields, 'resident') }
}

/** A stored resident as the form shows it. */
export function residentFormValues(
  resident: ResidentView,
  ownFields: readonly OwnField[],
): ResidentFormValues {
  return {
    name: resident.name,
    formerName: resident.formerName,
    otherName: resident.otherName,
    ownPinyin: resident.ownPinyin,
    sex: resident.sex,
    idDocumentType: resident.idDocumentType,
    idNumber: '',
    isIdNumberKept: resident.idNumberMasked !== '',
    otherDocuments: resident.otherDocuments.map((document) => ({ ...blankDocument, ...document })),
    birthWhen: resident.birthWhen,
    lunarBirth:
      resident.lunarBirth === null
        ? blank.lunarBirth
        : {
            ...resident.lunarBirth,
            year: String(resident.lunarBirth.year ?? ''),
            month: String(resident.lunarBirth.month),
            day: String(resident.lunarBirth.day),
          },
    ethnicGroup: resident.ethnicGroup,
    education: resident.education,
    politicalStatus: resident.politicalStatus,
    maritalStatus: resident.maritalStatus,
    marriedWhen: resident.marriedWhen,
    spouseId: resident.spouseId,
    occupation: resident.occupation,
    workplace: resident.workplace,
    retirementUnit: resident.retirementUnit,
    phones: resident.phones.map((phone) => ({ ...blankPhone, ...phone })),
    dwelling: resident.dwelling ?? blank.dwelling,
    relationToHead: resident.relationToHead,
    registeredAddress: resident.registeredAddress,
    currentAddress: resident.currentAddress,
    residenceStatus: resident.residenceStatus,
    livingArrangement: resident.livingArrangement,
    health: resident.health,
    disability:
      resident.disability === null
        ? blank.disability
        : { ...resident.disability, reissueCount: String(resident.disability.reissueCount) },
    careTags: [...resident.careTags],
    benefits: [...resident.benefits],
    note: resident.note,
    ownValues: ownRows(resident.ownValues, ownFields, 'resident'),
  }
}
