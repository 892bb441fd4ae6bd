import { benefits, parseBenefit } from '../codes/benefit.ts'
import { careTags, parseCareTag } from '../codes/care-tag.ts'
import {
  disabilityCategories,
  disabilityGrades,
  parseDisabilityCategory,
  parseDisabilityGrade,
} from '../codes/disability.ts'
import { educations, parseEducation } from '../codes/education.ts'
import { ethnicGroups, parseEthnicGroup } from '../codes/ethnic-group.ts'
import { healthStates, parseHealthState } from '../codes/health-state.ts'
import { livingArrangements, parseLivingArrangement } from '../codes/living-arrangement.ts'
import { maritalStatuses, parseMaritalStatus } from '../codes/marital-status.ts'
import { occupations, parseOccupation } from '../codes/occupation.ts'
import { parsePoliticalStatus, politicalStatuses } from '../codes/political-status.ts'
import { parseRelationToHead, relationsToHead } from '../codes/relation-to-head.ts'
import { parseResidenceStatus, residenceStatuses } from '../codes/residence-status.ts'
import { parseSex, sexes } from '../codes/sex.ts'
import type { BuiltInImportField } from '../roster-import.ts'

export interface CodeField {
  /** Shape: code to the word the ledger shows for it. */
  readonly codes: Readonly<Record<string, string>>
  readonly parse: (text: string) => string | undefined
  /** Whether a cell may list several. */
  readonly isList?: true
}

const { 1: male, 2: female } = sexes

/** The columns of every record whose words come from a code table. */
export const codeFields: Partial<Record<BuiltInImportField, CodeField>> = {
  sex: { codes: { 1: male, 2: female }, parse: parseSex },
  ethnicGroup: { codes: ethnicGroups, parse: parseEthnicGroup },
  relationToHead: { codes: relationsToHead, parse: parseRelationToHead },
  residenceStatus: { codes: residenceStatuses, parse: parseResidenceStatus },
  livingArrangement: { codes: livingArrangements, parse: parseLivingArrangement },
  education: { codes: educations, parse: parseEducation },
  politicalStatus: { codes: politicalStatuses, parse: parsePoliticalStatus },
  maritalStatus: { codes: maritalStatuses, parse: parseMaritalStatus },
  occupation: { codes: occupations, parse: parseOccupation },
  health: { codes: healthStates, parse: parseHealthState },
  disabilityCategory: { codes: disabilityCategories, parse: parseDisabilityCategory },
  disabilityGrade: { codes: disabilityGrades, parse: parseDisabilityGrade },
  benefits: { codes: benefits, parse: parseBenefit, isList: true },
  careTags: { codes: careTags, parse: parseCareTag, isList: true },
}
