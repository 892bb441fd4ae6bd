import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { sealedLabels, sealedMatterKindLabels } from '../../../domain/labels/sealed.zh.ts'
import {
  ownMatterKinds,
  type SealedMatter,
  type SealedMatterKind,
  sealedMatterKinds,
} from '../../../domain/sealed-matter.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { SuccessNotice } from '../../ui/success-notice.tsx'
import { MatterFields, readMatter, type TypedMatter, typedMatter } from './sealed-matter-fields.tsx'
import { useMatterWorkers } from './use-matter-workers.ts'

const words = sealedLabels

interface SealedFormProps {
  readonly residentId: number
  readonly stored: readonly SealedMatter[]
  readonly onDirty: (isDirty: boolean) => void
  readonly onUnseal: (matter: SealedMatter) => void
}

/** All matters of a person that are theirs who look: a kind is ticked where there is one; what was sealed of the record is unsealed by itself. */
export function SealedForm({ residentId, stored, onDirty, onUnseal }: SealedFormProps) {
  const [before, setBefore] = useState(stored)
  const [typed, setTyped] = useState<readonly TypedMatter[]>(() => stored.map(typedMatter))
  const [isTouched, setIsTouched] = useState(false)
  const workers = useMatterWorkers()
  const saving = useMutation({
    mutationFn: (matters: SealedMatter[]) =>
      ask('resident.saveSealed', { id: residentId, before: [...before], matters }),
    onSuccess: (saved) => {
      setBefore(saved)
      setTyped(saved.map(typedMatter))
      touch(false)
    },
  })
  const fields = useRef<HTMLDivElement>(null)
  const touch = (isNow: boolean) => {
    setIsTouched(isNow)
    onDirty(isNow)
  }
  const change = (matters: readonly TypedMatter[]) => {
    setTyped(matters)
    touch(true)
  }
  const put = (matter: TypedMatter, next: TypedMatter | null) =>
    change(typed.flatMap((one) => (one !== matter ? [one] : next === null ? [] : [next])))
  const add = (kind: SealedMatterKind) => {
    // The circle's for those who are in it, as all were before workers were named.
    const worker = (workers.find((one) => one.worker === null) ?? workers[0])?.worker ?? null
    change([...typed, { kind, worker, fromOn: '', toOn: '', note: '', content: null }])
  }
  const save = () => {
    const matters = typed.map(readMatter)
    if (matters.every((matter) => matter !== null)) saving.mutate(matters)
    else focusInvalid(fields.current)
  }

  return (
    <Stack ref={fields} gap="md">
      <LeaveGuard isActive={isTouched} />
      {typed.length === 0 && <Text>{words.none}</Text>}
      {sealedMatterKinds.map((kind) => (
        <Stack key={kind} gap="md">
          {typed
            .filter((one) => one.kind === kind)
            .map((matter, index) => (
              // A matter has no number: it is what stands at this place.
              <div key={index}>
                {matter.content === null ? (
                  <Checkbox size="md" label={nameOf(matter)} checked onChange={() => put(matter, null)} />
                ) : (
                  <Text fw={600}>{nameOf(matter)}</Text>
                )}
                <MatterFields matter={matter} onChange={(next) => put(matter, next)} />
                <UnsealButton matter={matter} before={before} isDisabled={isTouched} onUnseal={onUnseal} />
              </div>
            ))}
          {isOwnKind(kind) && !typed.some((one) => one.kind === kind) && (
            <Checkbox
              size="md"
              label={sealedMatterKindLabels[kind]}
              checked={false}
              onChange={() => add(kind)}
            />
          )}
        </Stack>
      ))}
      <FailureNotice error={saving.error} />
      <SuccessNotice sentence={saving.isSuccess && !isTouched ? words.saved : null} />
      <Button onClick={save} loading={saving.isPending} disabled={!isTouched}>
        {words.save}
      </Button>
    </Stack>
  )
}

interface UnsealButtonProps {
  readonly matter: TypedMatter
  readonly before: readonly SealedMatter[]
  readonly isDisabled: boolean
  readonly onUnseal: (matter: SealedMatter) => void
}

/** Offered once what was typed is saved: unsealing works on what is stored. */
function UnsealButton({ matter, before, isDisabled, onUnseal }: UnsealButtonProps) {
  const stored = before.find(
    (one) =>
      one.kind === matter.kind && one.worker?.staffId === matter.worker?.staffId && one.content !== null,
  )
  if (stored === undefined) return null
  return (
    <Button variant="default" mt="xs" disabled={isDisabled} onClick={() => onUnseal(stored)}>
      {words.unseal.open(sealedMatterKindLabels[matter.kind])}
    </Button>
  )
}

function isOwnKind(kind: SealedMatterKind): boolean {
  return ownMatterKinds.some((one) => one === kind)
}

function nameOf({ kind, worker }: TypedMatter): string {
  const label = sealedMatterKindLabels[kind]
  return worker === null ? label : words.ofWorker(label, worker.name)
}
