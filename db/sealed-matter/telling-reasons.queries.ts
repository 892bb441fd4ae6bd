import { sealedPlaces, type SealableKind, type SealedPlaces } from '../../domain/sealed-content.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { namesOfRules, tagsOfRule } from '../visit/visit-rule.queries.ts'

/** The names of the rules that pick people by a tag that belongs to a matter: as the reason of a visit they tell it. */
export async function reasonsThatTell(trx: LedgerTransaction, kind: SealableKind): Promise<string[]> {
  const { careTags }: SealedPlaces = sealedPlaces[kind]
  if (careTags.length === 0) return []
  const telling: readonly string[] = careTags
  return namesOfRules(trx, (rule) => tagsOfRule(rule).some((careTag) => telling.includes(careTag)))
}
