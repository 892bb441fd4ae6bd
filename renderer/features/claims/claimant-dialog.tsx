import { Checkbox, NativeSelect, Radio, Group, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { claimantKinds, type Claimant, type ClaimantDraft } from '../../../domain/claim.ts'
import { claimantKindLabels, claimLabels } from '../../../domain/labels/claim.zh.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FormDialog } from '../../ui/form/form-dialog.tsx'
import { ResidentPicker } from '../../ui/resident-picker.tsx'

const words = claimLabels.claimant
const sources = ['resident', 'staff', 'outside'] as const
type Source = (typeof sources)[number]

interface ClaimantDialogProps {
  /** Null for a new one. */
  readonly claimant: Claimant | null
  readonly onCancel: () => void
  readonly onDone: (claimant: Claimant) => void
}

/** Who claims elders: a resident, somebody of the office, or somebody from outside. */
export function ClaimantDialog({ claimant, onCancel, onDone }: ClaimantDialogProps) {
  const [source, setSource] = useState<Source>(sourceOf(claimant))
  const [resident, setResident] = useState<ResidentRow | null>(null)
  const [draft, setDraft] = useState<ClaimantDraft>(() => draftOf(claimant))
  const [isChanged, setIsChanged] = useState(false)
  const [isMissing, setIsMissing] = useState(false)
  const staff = useQuery(ledgerQuery('claimant.staff', {}))
  const saving = useMutation({
    mutationFn: (saved: ClaimantDraft) =>
      ask('claimant.save', { id: claimant?.id ?? null, revision: claimant?.revision ?? null, draft: saved }),
    onSuccess: onDone,
  })
  const change = (part: Partial<ClaimantDraft>) => {
    setIsChanged(true)
    setIsMissing(false)
    setDraft((now) => ({ ...now, ...part }))
  }
  const submit = () => {
    const saved = {
      ...draft,
      name: source === 'outside' ? draft.name.trim() : '',
      residentId: source === 'resident' ? (resident?.id ?? draft.residentId) : null,
      staffId: source === 'staff' ? draft.staffId : null,
      phone: source === 'resident' ? '' : draft.phone,
    }
    const isThere = saved.name !== '' || saved.residentId !== null || saved.staffId !== null
    setIsMissing(!isThere)
    if (isThere) saving.mutate(saved)
  }
  return (
    <FormDialog
      title={claimant === null ? words.addTitle : words.editTitle(claimant.name)}
      confirmLabel={words.save}
      cancelLabel={claimLabels.cancel}
      isBusy={saving.isPending}
      isDirty={isChanged && !saving.isSuccess}
      onSubmit={submit}
      onCancel={onCancel}
    >
      <FailureNotice error={saving.error ?? staff.error} />
      {claimant === null ? (
        <Radio.Group
          label={words.source}
          value={source}
          onChange={(value) => setSource(sources.find((one) => one === value) ?? 'resident')}
        >
          <Group mt="xs">
            {sources.map((one) => (
              <Radio key={one} size="md" value={one} label={claimLabels.people.sources[one]} />
            ))}
          </Group>
        </Radio.Group>
      ) : (
        <Text>
          {words.sourceIs(
            claimLabels.people.sources[source],
            claimant.name === '' ? claimLabels.forgotten : claimant.name,
          )}
        </Text>
      )}
      {claimant === null && source === 'resident' && (
        <ResidentPicker
          label={words.resident}
          chosen={resident}
          problem={isMissing ? words.residentMissing : undefined}
          onChoose={(chosen) => {
            setIsChanged(true)
            setResident(chosen)
          }}
        />
      )}
      {claimant === null && source === 'staff' && (
        <NativeSelect
          label={words.staff}
          required
          value={String(draft.staffId ?? '')}
          error={isMissing ? words.staffMissing : undefined}
          onChange={({ currentTarget: { value } }) =>
            change({ staffId: value === '' ? null : Number(value) })
          }
        >
          <option value="">{words.noStaff}</option>
          {staff.data?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      )}
      {source === 'outside' && (
        <TextInput
          label={words.name}
          required
          maxLength={40}
          autoComplete="off"
          value={draft.name}
          error={isMissing ? words.nameMissing : undefined}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={words.kind}
        value={draft.kind}
        data={claimantKinds.map((kind) => ({ value: kind, label: claimantKindLabels[kind] }))}
        onChange={({ currentTarget: { value } }) =>
          change({ kind: claimantKinds.find((kind) => kind === value) ?? 'other' })
        }
      />
      {source !== 'resident' && (
        <TextInput
          label={words.phone}
          maxLength={40}
          inputMode="tel"
          autoComplete="off"
          value={draft.phone}
          onChange={(event) => change({ phone: event.currentTarget.value })}
        />
      )}
      <Checkbox
        size="md"
        label={words.isMentorAble}
        checked={draft.isMentorAble}
        onChange={(event) => change({ isMentorAble: event.currentTarget.checked })}
      />
      <TextInput
        label={words.note}
        maxLength={200}
        autoComplete="off"
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {claimant !== null && (
        <Checkbox
          size="md"
          label={words.isClosed}
          checked={draft.isClosed}
          onChange={(event) => change({ isClosed: event.currentTarget.checked })}
        />
      )}
    </FormDialog>
  )
}

function sourceOf(claimant: Claimant | null): Source {
  if (claimant === null || claimant.residentId !== null) return 'resident'
  return claimant.staffId === null ? 'outside' : 'staff'
}

function draftOf(claimant: Claimant | null): ClaimantDraft {
  return {
    name: claimant !== null && sourceOf(claimant) === 'outside' ? claimant.name : '',
    residentId: claimant?.residentId ?? null,
    staffId: claimant?.staffId ?? null,
    kind: claimant?.kind ?? 'partyMember',
    phone: claimant === null || claimant.residentId !== null ? '' : claimant.phone,
    isMentorAble: claimant?.isMentorAble ?? true,
    note: claimant?.note ?? '',
    isClosed: claimant?.isClosed ?? false,
  }
}
