import { z } from 'zod'
import { residentViewSchema } from './resident-view.ts'
import {
  sealedListRequestSchema,
  sealedMatterChangeSchema,
  sealedMatterSchema,
  sealedPersonSchema,
  sealRequestSchema,
  unsealRequestSchema,
} from './sealed-matter.ts'

/** The channels of sealed matters, a part of the contract. */
export const sealedChannels = {
  /** Whom the matters are about that are theirs who asks, once the reason stands in the audit trail. */
  'resident.listSealed': { input: sealedListRequestSchema, output: z.array(sealedPersonSchema) },
  'resident.saveSealed': { input: sealedMatterChangeSchema, output: z.array(sealedMatterSchema) },
  /** Takes a matter out of the record, or gives it back; both answer the record as it is then. */
  'resident.seal': { input: sealRequestSchema, output: residentViewSchema },
  'resident.unseal': { input: unsealRequestSchema, output: residentViewSchema },
} as const
