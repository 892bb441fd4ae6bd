import { useMutation } from '@tanstack/react-query'
import { lifeLabels } from '../../../domain/labels/life.zh.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { leaveTo } from '../../ui/leave-guard.tsx'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useRecordChanged } from './use-record-changed.ts'

const words = lifeLabels.bin

interface RemoveDialogProps {
  readonly resident: ResidentView
  readonly onCancel: () => void
}

/** Puts a record into the recycle bin; a reason is asked for. */
export function RemoveDialog({ resident, onCancel }: RemoveDialogProps) {
  const changed = useRecordChanged()
  const removing = useMutation({
    mutationFn: (reason: string) =>
      ask('resident.remove', { id: resident.id, revision: resident.revision, reason }),
    onSuccess: () => {
      changed(null)
      leaveTo('/residents')
    },
  })
  return (
    <ReasonDialog
      words={{
        title: words.removeTitle(resident.name),
        text: words.removeText,
        reason: words.removeReason,
        placeholder: words.removeReasonPlaceholder,
        missing: words.removeReasonMissing,
        confirm: words.removeConfirm,
        cancel: words.cancel,
      }}
      isBusy={removing.isPending}
      isDone={removing.isSuccess}
      error={removing.error}
      onReason={(reason) => removing.mutate(reason)}
      onCancel={onCancel}
    />
  )
}
