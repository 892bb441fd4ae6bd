import { educations } from './codes/education.ts'
import { facilityKinds, figureSpans, partyLevels, stationedUnitKinds, tenures } from './codes/office-codes.ts'
import type { RegisterDraft, RegisterName, RegisterReference } from './register.ts'

/** How one field of a register is typed, shown and compared. */
export type RegisterField =
  | { readonly kind: 'line' | 'decimal'; readonly longest: number; readonly isRequired?: true }
  | { readonly kind: 'phone'; readonly longest: number; readonly isRequired?: true }
  | { readonly kind: 'count' | 'tenths' | 'date' | 'partialDate'; readonly isRequired?: true }
  | {
      readonly kind: 'code'
      readonly table: Readonly<Record<string, string>>
      readonly isRequired?: true
    }
  | { readonly kind: 'reference'; readonly to: RegisterReference; readonly isRequired?: true }

interface RegisterShape<R extends RegisterName> {
  /** In the order of the form and of the list. */
  readonly fields: Readonly<Record<keyof RegisterDraft<R>, RegisterField>>
  /** The field that no two lines may have alike. */
  readonly unique?: keyof RegisterDraft<R>
  /** By which fields lines follow each other, the first one first; a leading minus turns the order round. */
  readonly order: readonly (keyof RegisterDraft<R> | `-${string & keyof RegisterDraft<R>}`)[]
}

const note = { kind: 'line', longest: 200 } as const
const date = { kind: 'date' } as const
const required = true as const

/** Everything that the one screen and the one service need to know of each register. */
export const registerShapes: { readonly [R in RegisterName]: RegisterShape<R> } = {
  officeWorker: {
    fields: {
      name: { kind: 'line', longest: 40, isRequired: required },
      post: { kind: 'line', longest: 40 },
      education: { kind: 'code', table: educations },
      fromOn: date,
      toOn: date,
      note,
    },
    order: ['toOn'],
  },
  residentGroup: {
    fields: { name: { kind: 'line', longest: 40, isRequired: required }, note },
    unique: 'name',
    order: ['name'],
  },
  grid: {
    fields: {
      code: { kind: 'line', longest: 60, isRequired: required },
      officeWorkerId: { kind: 'reference', to: 'officeWorker' },
      note,
    },
    unique: 'code',
    order: ['code'],
  },
  buildingHead: {
    fields: {
      buildingId: { kind: 'reference', to: 'building', isRequired: required },
      unit: { kind: 'line', longest: 30 },
      residentId: { kind: 'reference', to: 'resident', isRequired: required },
      fromOn: date,
      toOn: date,
      note,
    },
    order: ['toOn', 'buildingId', 'unit'],
  },
  residentRepresentative: {
    fields: {
      residentId: { kind: 'reference', to: 'resident', isRequired: required },
      residentGroupId: { kind: 'reference', to: 'residentGroup' },
      fromOn: date,
      toOn: date,
      note,
    },
    order: ['toOn', 'residentGroupId'],
  },
  facility: {
    fields: {
      name: { kind: 'line', longest: 60, isRequired: required },
      kind: { kind: 'code', table: facilityKinds, isRequired: required },
      areaTenthsM2: { kind: 'tenths' },
      openedWhen: { kind: 'partialDate' },
      tenure: { kind: 'code', table: tenures, isRequired: required },
      note,
    },
    order: ['kind', 'name'],
  },
  stationedUnit: {
    fields: {
      name: { kind: 'line', longest: 80, isRequired: required },
      kind: { kind: 'code', table: stationedUnitKinds, isRequired: required },
      contact: { kind: 'line', longest: 40 },
      phone: { kind: 'phone', longest: 40 },
      note,
    },
    order: ['kind', 'name'],
  },
  partyOrganisation: {
    fields: {
      level: { kind: 'code', table: partyLevels, isRequired: required },
      name: { kind: 'line', longest: 80, isRequired: required },
      secretary: { kind: 'line', longest: 40 },
      memberCount: { kind: 'count' },
      note,
    },
    order: ['level', 'name'],
  },
  yearlyFigure: {
    fields: {
      indicator: { kind: 'line', longest: 60, isRequired: required },
      value: { kind: 'decimal', longest: 20, isRequired: required },
      unit: { kind: 'line', longest: 20 },
      span: { kind: 'code', table: figureSpans, isRequired: required },
      asOfOn: { kind: 'date', isRequired: required },
      note,
    },
    order: ['-asOfOn', 'indicator'],
  },
}

/** The fields of a register by name, in their order. */
export function fieldsOf(register: RegisterName): (readonly [name: string, field: RegisterField])[] {
  return Object.entries(registerShapes[register].fields)
}
