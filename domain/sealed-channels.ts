import { z } from 'zod'
import {
  sealedListRequestSchema,
  sealedMatterChangeSchema,
  sealedMatterSchema,
  sealedPersonSchema,
} from './sealed-matter.ts'

/** The channels of sealed matters, a part of the contract. */
export const sealedChannels = {
  /** Whom the sealed circle has to do with, once the reason stands in the audit trail. */
  'resident.listSealed': { input: sealedListRequestSchema, output: z.array(sealedPersonSchema) },
  'resident.saveSealed': { input: sealedMatterChangeSchema, output: z.array(sealedMatterSchema) },
} as const
