import type { AuditEntryDraft } from '../../domain/audit.ts'
import { FailureError } from '../../domain/failure.ts'

/** An entry of the audit trail for each of several records. Throws: nothingToChange where there is none. */
export function oneEntryEach(
  ids: readonly number[],
  entryOf: (id: number) => AuditEntryDraft,
): [AuditEntryDraft, ...AuditEntryDraft[]] {
  const [first, ...others] = ids.map(entryOf)
  if (first === undefined) throw new FailureError('nothingToChange')
  return [first, ...others]
}
