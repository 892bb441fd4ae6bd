import { z } from 'zod'
import { dwellingDraftSchema, type Resident } from '../../domain/resident.ts'
import { openHouseholds } from '../household/household.service.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { findRows } from './table-row.repository.ts'

const homeSchema = z.strictObject({ householdId: z.int(), dwelling: dwellingDraftSchema.nullable() })

/** Where somebody lives, told so that the home can be opened anew. */
export function homeText({ householdId, dwelling }: Resident): string {
  return JSON.stringify({ householdId, dwelling } satisfies z.infer<typeof homeSchema>)
}

/** The household somebody goes back to; where it has ended since, a new one at the same door. */
export async function homeAgain(trx: LedgerTransaction, text: string): Promise<number> {
  const { householdId, dwelling } = homeSchema.parse(JSON.parse(text))
  const there = await findRows(trx, 'household', { id: householdId })
  if (there.length > 0) return householdId
  const [opened = householdId] = await openHouseholds(trx, [dwelling])
  return opened
}
