import { FailureError } from '../../domain/failure.ts'
import type { OwnFieldOwner } from '../../domain/own-field.ts'
import { isOwnValue, type OwnValue } from '../../domain/own-value.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { listOwnFields } from './own-field.queries.ts'
import { markOwnFieldsUsed } from './own-field.repository.ts'

/**
 * Lets values into the ledger: each is one of its field, and a field with values is in use from now on.
 * What is no longer offered is let in as well: a change that is taken back brings it along.
 * Throws: invalidInput.
 */
export async function admitOwnValues(
  trx: LedgerTransaction,
  owner: OwnFieldOwner,
  values: readonly OwnValue[],
): Promise<void> {
  if (values.length === 0) return
  const fields = new Map((await listOwnFields(trx)).map((field) => [field.id, field]))
  for (const { ownFieldId, value } of values) {
    const field = fields.get(ownFieldId)
    if (field?.owner !== owner || !isOwnValue(field, value))
      throw new FailureError('invalidInput', 'ownValues')
  }
  const unused = [...new Set(values.map(({ ownFieldId }) => ownFieldId))].filter(
    (id) => fields.get(id)?.isUsed === false,
  )
  if (unused.length > 0) await markOwnFieldsUsed(trx, unused)
}
