import { NativeSelect, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sealableKindTexts, sealedLabels, sealedMatterKindLabels } from '../../../domain/labels/sealed.zh.ts'
import type { ResidentView } from '../../../domain/resident-view.ts'
import { fieldsAtSealed, sealableKinds, type SealableKind } from '../../../domain/sealed-content.ts'
import type { SealRequest } from '../../../domain/sealed-matter.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { useMatterWorkers } from './use-matter-workers.ts'

const words = sealedLabels.seal

interface SealDialogProps {
  readonly resident: ResidentView
  readonly onCancel: () => void
  readonly onSealed: (view: ResidentView, sentence: string) => void
}

/** What of the record is sealed, who answers for it from now on, and why. */
export function SealDialog({ resident, onCancel, onSealed }: SealDialogProps) {
  const kinds = kindsToSeal(resident)
  const workers = useMatterWorkers()
  const [kind, setKind] = useState(kinds[0])
  const [chosen, setChosen] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const worker = workers.find(({ value }) => value === chosen) ?? workers[0]
  const sealing = useMutation({
    mutationFn: (request: SealRequest) => ask('resident.seal', request),
    onSuccess: (view, request) => onSealed(view, words.done(sealedMatterKindLabels[request.kind])),
  })
  const submit = () => {
    const given = reason.trim()
    setIsMissing(given === '')
    if (given === '' || kind === undefined || worker === undefined) {
      field.current?.focus()
      return
    }
    sealing.mutate({
      id: resident.id,
      revision: resident.revision,
      kind,
      staffId: worker.worker?.staffId ?? null,
      reason: given,
    })
  }
  return (
    <FormDialog
      title={words.title(resident.name)}
      confirmLabel={words.confirm}
      cancelLabel={words.cancel}
      isBusy={sealing.isPending}
      isDirty={reason !== '' && sealing.isIdle}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <Text>{words.text}</Text>
      <FailureNotice error={sealing.error} />
      <NativeSelect
        data-autofocus
        label={words.kind}
        value={kind}
        data={kinds.map((value) => ({ value, label: sealableKindTexts[value] }))}
        // Every option's value is one of the kinds.
        onChange={(event) => setKind(event.currentTarget.value as SealableKind)}
      />
      <NativeSelect
        label={words.worker}
        description={worker?.worker === null ? sealedLabels.wholeCircleHelp : sealedLabels.workerHelp}
        value={worker?.value ?? ''}
        data={workers.map(({ value, label }) => ({ value, label }))}
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <TextInput
        ref={field}
        label={words.reason}
        placeholder={words.reasonHelp}
        required
        maxLength={200}
        autoComplete="off"
        value={reason}
        error={isMissing ? words.reasonMissing : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  )
}

/** What of a record can be sealed: what stands in it. */
export function kindsToSeal(resident: ResidentView): readonly SealableKind[] {
  return sealableKinds.filter((kind) => fieldsAtSealed(resident, [kind]).length > 0)
}
