import { z } from 'zod'
import { benefits, type Benefit } from './benefit.ts'
import { careTags, type CareTag } from './care-tag.ts'
import {
  disabilityCategories,
  disabilityGrades,
  type DisabilityCategory,
  type DisabilityGrade,
} from './disability.ts'
import { educations, type Education } from './education.ts'
import { ethnicGroups, type EthnicGroup } from './ethnic-group.ts'
import { healthStates, type HealthState } from './health-state.ts'
import { livingArrangements, type LivingArrangement } from './living-arrangement.ts'
import { maritalStatuses, type MaritalStatus } from './marital-status.ts'
import { occupations, type Occupation } from './occupation.ts'
import { politicalStatuses, type PoliticalStatus } from './political-status.ts'
import { relationsToHead, type RelationToHead } from './relation-to-head.ts'
import { residenceStatuses, type ResidenceStatus } from './residence-status.ts'
import { sexes, type Sex } from './sex.ts'

// Apart from the tables, because the first screen draws the tables and parses nothing.
// Object.keys forgets the key type; the tables are closed.

/** Source: own codes, no national standard. */
export const careTagSchema = z.enum(Object.keys(careTags) as CareTag[])

/** Shape: options list 10 before 01, as object keys do; sort them before showing. Source: GB/T 3304-1991. */
export const ethnicGroupSchema = z.enum(Object.keys(ethnicGroups) as EthnicGroup[])

/** Source: own codes, no national standard. */
export const livingArrangementSchema = z.enum(Object.keys(livingArrangements) as LivingArrangement[])

/** Shape: options list 10 before 01, as object keys do; sort them before showing. Source: GB/T 4761. */
export const relationToHeadSchema = z.enum(Object.keys(relationsToHead) as RelationToHead[])

/** Source: own codes, no national standard. */
export const residenceStatusSchema = z.enum(Object.keys(residenceStatuses) as ResidenceStatus[])

/** Source: GB/T 2261.1-2003. */
export const sexSchema = z.enum(Object.keys(sexes) as Sex[])

/** Source: own codes, no national standard. */
export const benefitSchema = z.enum(Object.keys(benefits) as Benefit[])

/** Source: GB/T 26341-2010. */
export const disabilityCategorySchema = z.enum(Object.keys(disabilityCategories) as DisabilityCategory[])

/** Source: GB/T 26341-2010. */
export const disabilityGradeSchema = z.enum(Object.keys(disabilityGrades) as DisabilityGrade[])

/** Source: GB/T 4658-2006. */
export const educationSchema = z.enum(Object.keys(educations) as Education[])

/** Source: DOMAIN 9.9. */
export const healthStateSchema = z.enum(Object.keys(healthStates) as HealthState[])

/** Source: GB/T 2261.2-2003. */
export const maritalStatusSchema = z.enum(Object.keys(maritalStatuses) as MaritalStatus[])

/** Source: GB/T 2261.4-2003. */
export const occupationSchema = z.enum(Object.keys(occupations) as Occupation[])

/** Shape: options list 10 before 01, as object keys do; sort them before showing. Source: GB/T 4762-1984. */
export const politicalStatusSchema = z.enum(Object.keys(politicalStatuses) as PoliticalStatus[])
