import { z } from 'zod'
import { careTags, type CareTag } from './care-tag.ts'
import { ethnicGroups, type EthnicGroup } from './ethnic-group.ts'
import { livingArrangements, type LivingArrangement } from './living-arrangement.ts'
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
