import { useMutation } from '@tanstack/react-query'
import type { DuplicatePair } from '../../../domain/duplicate.ts'
import { duplicateLabels } from '../../../domain/labels/duplicate.zh.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

const { reasonPlaceholder, reasonMissing, ...words } = duplicateLabels.apart

interface ApartDialogProps {
  readonly pair: DuplicatePair
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Two people: how the clerk knows is asked and kept. */
export function ApartDialog({ pair, onClose, onDone }: ApartDialogProps) {
  const keepApart = useMutation({
    mutationFn: (reason: string) => ask('duplicate.keepApart', { ...pair, reason }),
    onSuccess: onDone,
  })
  return (
    <ReasonDialog
      words={{ ...words, placeholder: reasonPlaceholder, missing: reasonMissing }}
      isBusy={keepApart.isPending}
      isDone={keepApart.isSuccess}
      error={keepApart.error}
      onReason={(reason) => keepApart.mutate(reason)}
      onCancel={onClose}
    />
  )
}
