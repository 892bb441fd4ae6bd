import { z } from 'zod'
import { bulkChangeSchema, type BulkChange, type BulkField } from '../../../domain/bulk-change.ts'
import { educations } from '../../../domain/codes/education.ts'
import { ethnicGroups } from '../../../domain/codes/ethnic-group.ts'
import { healthStates } from '../../../domain/codes/health-state.ts'
import { livingArrangements } from '../../../domain/codes/living-arrangement.ts'
import { maritalStatuses } from '../../../domain/codes/marital-status.ts'
import { occupations } from '../../../domain/codes/occupation.ts'
import { politicalStatuses } from '../../../domain/codes/political-status.ts'
import { residenceStatuses } from '../../../domain/codes/residence-status.ts'
import { ownValueProblems } from '../../../domain/labels/own-field.zh.ts'
import { isOwnFieldKey, ownFieldIdOf, type OwnField, type OwnFieldKey } from '../../../domain/own-field.ts'
import { readOwnValue } from '../../../domain/own-value.ts'
import { codeOptions } from '../../ui/form/code-options.ts'

/** Shape: what the fields of a bulk change hold; only those of its kind are looked at. */
export interface BulkChangeValues {
  kind: Exclude<BulkChange['kind'], 'setOwnField'>
  careTag: string
  benefit: string
  fromOn: string | null
  toOn: string | null
  field: BulkField | OwnFieldKey
  value: string | null
  text: string
}

type Options = readonly (readonly [code: string, name: string])[]

/** The choices of a field that has some; null for one that is typed. */
export function optionsOfField(field: BulkField): Options | null {
  const table = tables[field]
  return table === null ? null : codeOptions(table)
}

/** Whether a field may be left without a value. */
export function mayBeEmpty(field: BulkField): boolean {
  return field !== 'residenceStatus'
}

/** What stands in the value's field before anybody has chosen. */
export function firstValue(field: BulkField | OwnFieldKey): string | null {
  if (isOwnFieldKey(field)) return null
  const options = optionsOfField(field)
  if (options === null) return ''
  return mayBeEmpty(field) ? null : (options[0]?.[0] ?? null)
}

const tables: Readonly<Record<BulkField, Readonly<Record<string, string>> | null>> = {
  residenceStatus: residenceStatuses,
  livingArrangement: livingArrangements,
  ethnicGroup: ethnicGroups,
  education: educations,
  politicalStatus: politicalStatuses,
  maritalStatus: maritalStatuses,
  occupation: occupations,
  workplace: null,
  retirementUnit: null,
  registeredAddress: null,
  currentAddress: null,
  health: healthStates,
}

/** The fields as the change they describe, checked by the very schema that the ledger uses. */
export function bulkChangeValuesSchema(
  ownFields: readonly OwnField[],
): z.ZodType<BulkChange, BulkChangeValues> {
  return z
    .custom<BulkChangeValues>()
    .transform((values) => changeOf(values, ownFields))
    .pipe(bulkChangeSchema)
}

/** Sentences, by path, for what is no value of the own field that is chosen. */
export function ownValueProblem(
  { kind, field, value }: BulkChangeValues,
  ownFields: readonly OwnField[],
): Record<string, string> {
  const own = kind === 'setField' ? ownFieldOf(field, ownFields) : undefined
  if (own === undefined || value === null || value.trim() === '') return {}
  const reading = readOwnValue(own, value)
  return reading.ok ? {} : { value: ownValueProblems[reading.problem](own.name) }
}

function ownFieldOf(field: string, ownFields: readonly OwnField[]): OwnField | undefined {
  return ownFields.find(({ id }) => id === ownFieldIdOf(field))
}

function changeOf(
  { kind, careTag, benefit, fromOn, toOn, field, ...values }: BulkChangeValues,
  ownFields: readonly OwnField[],
): BulkChange {
  const change = () => {
    switch (kind) {
      case 'giveCareTag':
        return { kind, careTag, fromOn, toOn }
      case 'endCareTag':
        // An empty field is no date: it is named like one that can't be read.
        return { kind, careTag, toOn: toOn ?? '' }
      case 'giveBenefit':
        return { kind, benefit, fromOn, toOn }
      case 'endBenefit':
        return { kind, benefit, toOn: toOn ?? '' }
      case 'setField':
        return isOwnFieldKey(field)
          ? {
              kind: 'setOwnField',
              ownFieldId: ownFieldIdOf(field),
              value: storedValue(ownFieldOf(field, ownFields), values.value),
            }
          : { kind, field, value: values.value }
      case 'addNote':
        return { kind, text: values.text }
    }
  }
  // Whatever was typed is parsed by the schema that follows.
  return change() as BulkChange
}

/** In the one form of its kind; what can't be read stays, and is named. */
function storedValue(field: OwnField | undefined, value: string | null): string | null {
  const typed = value?.trim() ?? ''
  if (typed === '') return null
  const reading = field === undefined ? null : readOwnValue(field, typed)
  return reading?.ok === true ? reading.value : typed
}
