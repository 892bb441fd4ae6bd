import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { callResultLabels, phoneCallLabels } from '../../../domain/labels/phone-call.zh.ts'
import { claimLabels } from '../../../domain/labels/claim.zh.ts'
import { callResults, phoneCallDraftSchema, type PhoneCallDraft } from '../../../domain/phone-call.ts'
import { ask, failureOf } from '../../ledger/ledger-client.ts'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { DateField } from '../form/date-field.tsx'
import { FormDialog } from '../form/form-dialog.tsx'
import { FormFailure, markFailure } from '../form/form-failure.tsx'
import { schemaResolver } from '../form/schema-resolver.ts'
import { SelectField } from '../form/select-field.tsx'
import { TextField } from '../form/text-field.tsx'

const words = phoneCallLabels.dialog
const entry = phoneCallLabels.entry
const resultOptions = callResults.map((result) => [result, callResultLabels[result]] as const)

/** Shape: a call that is there already. */
interface KnownCall extends Omit<PhoneCallDraft, 'residentId'> {
  readonly id: number
  readonly revision: number
  readonly followUpDoneOn: CalendarDate | null
}

interface FollowedUp {
  readonly draft: PhoneCallDraft
  /** Null where it is open again. */
  readonly doneOn: CalendarDate | null
}

interface CallDialogProps {
  readonly person: { readonly id: number; readonly name: string }
  /** Who calls this person as a rule. */
  readonly usualCaller: string
  /** Null for a new one. */
  readonly call: KnownCall | null
  readonly todayOn: CalendarDate
  readonly onCancel: () => void
  readonly onSaved: () => void
  readonly onWithdrawn: () => void
}

const resolver = schemaResolver<PhoneCallDraft, PhoneCallDraft>(phoneCallDraftSchema, {
  labels: {
    calledOn: entry.calledOn,
    caller: entry.caller,
    result: phoneCallLabels.list.columns.result,
    note: entry.note,
    followUp: entry.followUp,
  },
})

/** One call to somebody: written down, put right, its follow-up done, or taken back. */
export function CallDialog({ person, usualCaller, call, todayOn, ...on }: CallDialogProps) {
  const form = useForm<PhoneCallDraft, unknown, PhoneCallDraft>({
    defaultValues: {
      residentId: person.id,
      calledOn: call?.calledOn ?? todayOn,
      caller: call?.caller ?? usualCaller,
      result: call?.result ?? 'reached',
      note: call?.note ?? '',
      followUp: call?.followUp ?? '',
    },
    resolver,
  })
  const [isWithdrawing, setIsWithdrawing] = useState(false)
  const versioned = { id: call?.id ?? 0, revision: call?.revision ?? 0 }
  const onError = (error: Error) => {
    setIsWithdrawing(false)
    markFailure(form, failureOf(error))
  }
  const saving = useMutation({
    mutationFn: (draft: PhoneCallDraft) =>
      ask('phoneCall.save', { id: call?.id ?? null, revision: call?.revision ?? null, draft }),
    onSuccess: on.onSaved,
    onError,
  })
  const closing = useMutation({
    mutationFn: async ({ draft, doneOn }: FollowedUp) => {
      // What was typed meanwhile is kept with it.
      const { id, revision } = form.formState.isDirty
        ? await ask('phoneCall.save', { ...versioned, draft })
        : versioned
      return ask('phoneCall.setFollowUp', { id, revision, doneOn })
    },
    onSuccess: on.onSaved,
    onError,
  })
  const withdrawing = useMutation({
    mutationFn: () => ask('phoneCall.withdraw', versioned),
    onSuccess: on.onWithdrawn,
    onError,
  })
  const { control } = form
  return (
    <FormDialog
      title={call === null ? words.addTitle(person.name) : words.editTitle(person.name, call.calledOn)}
      confirmLabel={words.save}
      cancelLabel={claimLabels.cancel}
      isBusy={saving.isPending}
      isDirty={form.formState.isDirty && !saving.isSuccess && !withdrawing.isSuccess && !closing.isSuccess}
      onSubmit={() => void form.handleSubmit((draft) => saving.mutate(draft))()}
      onCancel={on.onCancel}
    >
      <FormFailure form={form} />
      <SelectField
        control={control}
        name="result"
        label={phoneCallLabels.list.columns.result}
        options={resultOptions}
      />
      <TextField control={control} name="note" label={entry.note} maxLength={500} />
      <TextField
        control={control}
        name="followUp"
        label={entry.followUp}
        help={entry.followUpHelp}
        maxLength={200}
      />
      {call !== null && call.followUp !== '' && (
        <div>
          {call.followUpDoneOn !== null && <Text>{words.doneOn(call.followUpDoneOn)}</Text>}
          <Button
            variant="default"
            loading={closing.isPending}
            onClick={() => {
              const doneOn = call.followUpDoneOn === null ? todayOn : null
              void form.handleSubmit((draft) => closing.mutate({ draft, doneOn }))()
            }}
          >
            {call.followUpDoneOn === null ? words.followUpDone : words.followUpOpen}
          </Button>
        </div>
      )}
      <DateField control={control} name="calledOn" label={entry.calledOn} isRequired />
      <TextField control={control} name="caller" label={entry.caller} maxLength={40} isRequired />
      {call !== null && (
        <div>
          <Button variant="subtle" color="red" onClick={() => setIsWithdrawing(true)}>
            {words.withdraw}
          </Button>
        </div>
      )}
      <ConfirmDialog
        isOpen={isWithdrawing}
        title={words.withdrawTitle}
        text={words.withdrawText}
        confirmLabel={words.withdrawConfirm}
        cancelLabel={words.keep}
        isDangerous
        isBusy={withdrawing.isPending}
        onConfirm={() => withdrawing.mutate()}
        onCancel={() => setIsWithdrawing(false)}
      />
    </FormDialog>
  )
}
