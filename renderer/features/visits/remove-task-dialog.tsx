import { visitLabels } from '../../../domain/labels/visit.zh.ts'
import type { VisitTask } from '../../../domain/visit.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useRoundChange } from './use-round-change.ts'

const { title, reasonPlaceholder, reasonMissing, ...words } = visitLabels.remove

interface RemoveTaskDialogProps {
  readonly task: VisitTask
  readonly onClose: () => void
}

/** Takes a person off the round's list; a reason is asked for. */
export function RemoveTaskDialog({ task, onClose }: RemoveTaskDialogProps) {
  const remove = useRoundChange({
    change: (reason: string) =>
      ask('visitTask.remove', { visitTaskId: task.id, revision: task.revision, reason }),
    announce: (removed) => visitLabels.round.removed(removed.residentName),
  })
  return (
    <ReasonDialog
      words={{
        ...words,
        title: title(task.residentName),
        placeholder: reasonPlaceholder,
        missing: reasonMissing,
      }}
      isBusy={remove.isPending}
      isDone={remove.isSuccess}
      error={remove.error}
      onReason={(reason) => remove.mutate(reason, { onSuccess: onClose })}
      onCancel={onClose}
    />
  )
}
