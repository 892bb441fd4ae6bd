import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { ruleWarning, visitRuleLabels } from '../../../domain/labels/visit-rule.zh.ts'
import type { VisitRule, VisitRuleDraft } from '../../../domain/visit-rule.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { focusInvalid } from '../../ui/form/focus-invalid.ts'
import { FormFrame } from '../../ui/form/form-frame.tsx'
import { LeaveGuard } from '../../ui/leave-guard.tsx'
import { ModalDialog } from '../../ui/modal-dialog.tsx'
import { RuleFields } from './rule-fields.tsx'
import { ruleOfValues, valuesOfRule, type RuleProblems } from './rule-form-values.ts'

const words = visitRuleLabels

interface RuleDialogProps {
  /** Null for a new one. */
  readonly rule: VisitRule | null
  readonly today: string
  readonly onCancel: () => void
  readonly onSaved: (rule: VisitRule) => void
}

/** A rule is filled in, tried on the people there are, and saved once what is odd about it was read. */
export function RuleDialog({ rule, today, onCancel, onSaved }: RuleDialogProps) {
  const formId = useId()
  const place = useRef<HTMLDivElement>(null)
  const [before] = useState(() => valuesOfRule(rule, today))
  const [values, setValues] = useState(before)
  const [problems, setProblems] = useState<RuleProblems>({})
  const [asked, setAsked] = useState<{ readonly draft: VisitRuleDraft; readonly warning: string } | null>(
    null,
  )
  const saving = useMutation({
    mutationFn: (draft: VisitRuleDraft) =>
      ask('visitRule.save', { id: rule?.id ?? null, revision: rule?.revision ?? null, draft }),
    onSuccess: onSaved,
    onSettled: () => setAsked(null),
  })
  const checking = useMutation({
    mutationFn: (draft: VisitRuleDraft) => ask('visitRule.check', { draft }),
    onSuccess: (effect, draft) => {
      const warning = ruleWarning(effect, draft.condition === null)
      if (warning === null) saving.mutate(draft)
      else setAsked({ draft, warning })
    },
  })
  const isBusy = checking.isPending || saving.isPending
  const submit = () => {
    const read = ruleOfValues(values)
    setProblems('problems' in read ? read.problems : {})
    if ('problems' in read) focusInvalid(place.current)
    else if (!isBusy) checking.mutate(read.draft)
  }
  return (
    <ModalDialog
      title={rule === null ? words.form.newTitle : words.form.editTitle(rule.name)}
      width="broad"
      onCancel={onCancel}
      actions={
        <>
          <Button variant="default" disabled={isBusy} onClick={onCancel}>
            {words.cancel}
          </Button>
          <Button type="submit" form={formId} loading={isBusy}>
            {words.form.save}
          </Button>
        </>
      }
    >
      <LeaveGuard isActive={values !== before && !saving.isSuccess} />
      <div ref={place}>
        <FormFrame id={formId} label={words.title} onSubmit={submit}>
          <FailureNotice error={checking.error ?? saving.error} />
          <RuleFields
            values={values}
            problems={problems}
            onChange={(changed) => setValues((there) => ({ ...there, ...changed }))}
          />
        </FormFrame>
      </div>
      <ConfirmDialog
        isOpen={asked !== null}
        title={words.warn.title}
        text={`${asked?.warning ?? ''}${words.warn.ask}`}
        confirmLabel={words.warn.save}
        cancelLabel={words.warn.back}
        isBusy={saving.isPending}
        onConfirm={() => {
          if (asked !== null) saving.mutate(asked.draft)
        }}
        onCancel={() => setAsked(null)}
      />
    </ModalDialog>
  )
}
