import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BulkChange } from '../../../domain/bulk-change.ts'
import { bulkLabels } from '../../../domain/labels/bulk-change.zh.ts'
import type { ResidentSelection } from '../../../domain/resident-selection.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { choose } from './residents-store.ts'

const words = bulkLabels

/** Looking at what would change, changing it and taking a change back: one at a time, and only the last is told of. */
export function useBulkChange() {
  const queries = useQueryClient()
  const looking = useMutation({
    mutationFn: (asked: { readonly selection: ResidentSelection; readonly change: BulkChange }) =>
      ask('bulkChange.preview', asked),
    onMutate: () => {
      applying.reset()
      undoing.reset()
    },
  })
  const applying = useMutation({
    mutationFn: (handle: string) => ask('bulkChange.apply', { handle }),
    onSuccess: () => {
      choose(null)
      looking.reset()
      return queries.invalidateQueries()
    },
  })
  const undoing = useMutation({
    mutationFn: (id: number) => ask('bulkChange.undo', { id }),
    onMutate: () => {
      looking.reset()
      applying.reset()
    },
    onSuccess: () => queries.invalidateQueries(),
  })
  const error = undoing.error ?? applying.error ?? looking.error
  const isStopped = error !== null && failureOf(error).code === 'cancelled'
  return {
    looking,
    applying,
    undoing,
    /** What is said while one of them runs; null while none does. */
    workText: looking.isPending
      ? words.looking
      : applying.isPending
        ? words.working
        : undoing.isPending
          ? words.undoing
          : null,
    news:
      undoing.data !== undefined
        ? words.undone(undoing.data)
        : applying.data !== undefined
          ? words.done(applying.data.changedCount)
          : null,
    isStopped,
    error: isStopped ? null : error,
  }
}
