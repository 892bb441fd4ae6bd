import { useMutation } from '@tanstack/react-query'
import { sealedLabels, sealedMatterKindLabels } from '../../../domain/labels/sealed.zh.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { sealableKinds } from '../../../domain/sealed-content.ts'
import type { SealedMatter, UnsealRequest } from '../../../domain/sealed-matter.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'

const words = sealedLabels.unseal

interface UnsealDialogProps {
  readonly resident: ResidentView
  readonly matter: SealedMatter
  readonly onCancel: () => void
  readonly onUnsealed: (view: ResidentView, sentence: string) => void
}

/** Gives the record back what was sealed of it; a reason is asked for. */
export function UnsealDialog({ resident, matter, onCancel, onUnsealed }: UnsealDialogProps) {
  const label = sealedMatterKindLabels[matter.kind]
  const unsealing = useMutation({
    mutationFn: (request: UnsealRequest) => ask('resident.unseal', request),
    onSuccess: (view) => onUnsealed(view, words.done(label)),
  })
  const kind = sealableKinds.find((one) => one === matter.kind)
  if (kind === undefined) return null
  return (
    <ReasonDialog
      words={{
        title: words.title(label, resident.name),
        text: words.text,
        reason: words.reason,
        placeholder: words.reasonHelp,
        missing: words.reasonMissing,
        confirm: words.confirm,
        cancel: words.cancel,
      }}
      isBusy={unsealing.isPending}
      isDone={unsealing.isSuccess}
      error={unsealing.error}
      onReason={(reason) =>
        unsealing.mutate({ id: resident.id, kind, staffId: matter.worker?.staffId ?? null, reason })
      }
      onCancel={onCancel}
    />
  )
}
