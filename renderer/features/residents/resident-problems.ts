import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { checkDocumentNumber, type IdDocumentType, type IdNumberFault } from '../../../domain/id-number.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import type { ResidentFormValues } from './resident-form-schema.ts'

/** Sentences, by path, for what only today's date and the kind of document can tell. */
export function residentProblems(values: ResidentFormValues, todayOn: CalendarDate): Record<string, string> {
  const problems: Record<string, string> = {}
  const idProblem = idNumberProblem(values, todayOn)
  if (idProblem !== null) problems['idNumber'] = idProblem
  const { birthWhen } = values
  if (birthWhen !== null && /^\d{4}/.test(birthWhen) && birthWhen > todayOn.slice(0, birthWhen.length)) {
    problems['birthWhen'] = fieldProblems.dateFuture
  }
  const { marriedWhen, disability } = values
  if (marriedWhen !== null && marriedWhen > todayOn.slice(0, marriedWhen.length))
    problems['marriedWhen'] = fieldProblems.dateFuture
  if ((disability.category === null) !== (disability.grade === null))
    problems[disability.category === null ? 'disability.category' : 'disability.grade'] =
      fieldProblems.disabilityIncomplete
  return {
    ...problems,
    ...periodProblems('careTags', values, todayOn),
    ...periodProblems('benefits', values, todayOn),
  }
}

function periodProblems(
  list: 'careTags' | 'benefits',
  values: ResidentFormValues,
  todayOn: CalendarDate,
): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const [index, { fromOn, toOn }] of values[list].entries()) {
    if (fromOn !== null && fromOn > todayOn) problems[`${list}.${index}.fromOn`] = fieldProblems.dateFuture
    if (fromOn !== null && toOn !== null && toOn < fromOn)
      problems[`${list}.${index}.toOn`] = fieldProblems.periodOrder
  }
  return problems
}

/** The sentence for what is wrong with a document number, or null. */
export function idNumberProblem(
  values: Pick<ResidentFormValues, 'idDocumentType' | 'idNumber' | 'isIdNumberKept'>,
  todayOn: CalendarDate,
): string | null {
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
