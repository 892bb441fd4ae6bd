import { sealedPlaces, type SealableKind, type SealedPlaces } from '../../domain/sealed-content.ts'
import type { LedgerTransaction } from '../transaction.ts'

/** The names of the rules that pick people by a tag that belongs to a matter: as the reason of a visit they tell it. */
export async function reasonsThatTell(trx: LedgerTransaction, kind: SealableKind): Promise<string[]> {
  const { careTags }: SealedPlaces = sealedPlaces[kind]
  if (careTags.length === 0) return []
  const rules = await trx
    .selectFrom('visitRule')
    .select('name')
    .where('criterion', '=', 'careTag')
    .where('value', 'in', careTags)
    .execute()
  return rules.map(({ name }) => name)
}
