import { setImmediate } from 'node:timers/promises'
import { headOfHouseholdCode } from '../../domain/codes/relation-to-head.ts'
import type { ResidentDraft } from '../../domain/resident.ts'
import { loadStoredResidents } from '../resident/resident.queries.ts'
import { storedDraft, type StoredResident } from '../resident/resident.table.ts'
import type { LedgerTransaction } from '../transaction.ts'
import { headsOfHouseholds, revisionsOf } from './import-run.queries.ts'
import { insertImportChanges } from './import-run.repository.ts'

interface Change {
  readonly kind: 'add' | 'update'
  readonly before: string
  readonly revisionBefore: number
}

/** Remembers what everybody an import touches was like before, so that it can be taken back. */
export interface ChangeRecorder {
  readonly added: (ids: readonly number[]) => void
  readonly beforeUpdate: (
    trx: LedgerTransaction,
    changes: readonly { readonly id: number; readonly draft: ResidentDraft }[],
  ) => Promise<void>
  readonly write: (trx: LedgerTransaction, importRunId: number) => Promise<void>
}

const changesPerWrite = 1000

export function changeRecorder(): ChangeRecorder {
  const touched = new Map<number, Change>()

  function remember({ record, ...stored }: StoredResident): void {
    if (touched.has(record.id)) return
    const before = JSON.stringify({
      householdId: record.householdId,
      draft: storedDraft({ record, ...stored }),
      householdOwnValues: stored.householdOwnValues,
    })
    touched.set(record.id, { kind: 'update', before, revisionBefore: record.revision })
  }

  return {
    added: (ids) => ids.forEach((id) => touched.set(id, { kind: 'add', before: '', revisionBefore: 0 })),
    beforeUpdate: async (trx, changes) => {
      const stored = await loadStoredResidents(
        trx,
        changes.map(({ id }) => id),
      )
      stored.forEach(remember)
      // A new head of a household takes the relation from the former one, who need not be in the file.
      const newHeads = new Set(
        changes.filter(({ draft }) => draft.relationToHead === headOfHouseholdCode).map(({ id }) => id),
      )
      const households = stored
        .filter(({ record }) => newHeads.has(record.id))
        .map(({ record }) => record.householdId)
      const formerHeads = await headsOfHouseholds(trx, households)
      for (const former of await loadStoredResidents(trx, [...formerHeads.values()])) remember(former)
    },
    write: async (trx, importRunId) => {
      const revisions = await revisionsOf(trx, [...touched.keys()])
      const changes = [...touched].flatMap(([residentId, { kind, before, revisionBefore }]) => {
        const revisionAfter = revisions.get(residentId) ?? 0
        return revisionAfter === revisionBefore
          ? []
          : [{ importRunId, residentId, kind, before, revisionAfter }]
      })
      for (let start = 0; start < changes.length; start += changesPerWrite) {
        await insertImportChanges(trx, changes.slice(start, start + changesPerWrite))
        await setImmediate()
      }
    },
  }
}
