import { Button, Group, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { conditionText, type ConditionNames } from '../../../domain/labels/condition.zh.ts'
import {
  responsibleLabels,
  triggerText,
  visitRuleLabels,
  windowText,
} from '../../../domain/labels/visit-rule.zh.ts'
import type { RuleEffect, VisitRule } from '../../../domain/visit-rule.ts'
import { ask } from '../../ledger/ledger-client.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { usePlaceNames } from '../../ui/condition/use-places.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import classes from './visits.module.css'

const words = visitRuleLabels

interface RuleTableProps {
  readonly rules: readonly VisitRule[]
  readonly effects: ReadonlyMap<number, RuleEffect>
  readonly mayEdit: boolean
  readonly onEdit: (rule: VisitRule) => void
  readonly onDone: (sentence: string) => Promise<void>
}

/** The rules with what each is about and whom it finds today. */
export function RuleTable({ rules, effects, mayEdit, onEdit, onDone }: RuleTableProps) {
  const names: ConditionNames = { places: usePlaceNames(), ownFields: useOwnFields() }
  const [asked, setAsked] = useState<VisitRule | null>(null)
  const moving = useMutation({
    mutationFn: ({ rule, direction }: { readonly rule: VisitRule; readonly direction: 'up' | 'down' }) =>
      ask('visitRule.move', { id: rule.id, direction }),
    onSuccess: (_answer, { rule }) => onDone(words.moved(rule.name)),
  })
  const switching = useMutation({
    mutationFn: ({ id, revision, state: _state, ...draft }: VisitRule) =>
      ask('visitRule.save', { id, revision, draft: { ...draft, isActive: !draft.isActive } }),
    onSuccess: ({ name, isActive }) => onDone(words.switched(name, isActive)),
  })
  const removing = useMutation({
    mutationFn: ({ id, revision }: VisitRule) => ask('visitRule.remove', { id, revision }),
    onSuccess: (_answer, { name }) => onDone(words.removed(name)),
    onSettled: () => setAsked(null),
  })
  const isBusy = moving.isPending || switching.isPending || removing.isPending
  const button = (rule: VisitRule, action: string, isPossible: boolean, onClick: () => void) => (
    <Button
      size="sm"
      variant="default"
      aria-label={words.ofRule(action, rule.name)}
      disabled={isBusy || !isPossible}
      onClick={onClick}
    >
      {action}
    </Button>
  )
  return (
    <div className={classes.ruleFrame}>
      <FailureNotice error={moving.error ?? switching.error ?? removing.error} />
      <table className={classes.ruleTable} aria-label={words.caption}>
        <thead>
          <tr>
            <th scope="col">{words.columns.name}</th>
            <th scope="col">{words.columns.when}</th>
            <th scope="col">{words.columns.whom}</th>
            <th scope="col">{words.columns.today}</th>
            <th scope="col">{words.columns.state}</th>
            {mayEdit && <th scope="col">{words.columns.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, index) => (
            <tr key={rule.id} data-off={!rule.isActive}>
              <th scope="row">
                {rule.name}
                {responsibleText(rule) !== null && <Text size="sm">{responsibleText(rule)}</Text>}
              </th>
              <td>
                {triggerText(rule.trigger)}
                <Text size="sm">{windowText(rule)}</Text>
                {!rule.isRepeating && <Text size="sm">{words.once}</Text>}
              </td>
              <td>{whomText(rule, names)}</td>
              <td>
                {(effects.has(rule.id) && rule.isActive ? effectLines(effects.get(rule.id)) : []).map(
                  (line) => (
                    <div key={line}>{line}</div>
                  ),
                )}
              </td>
              <td>{rule.isActive ? words.on : words.off}</td>
              {mayEdit && (
                <td>
                  <Group gap="0.25rem" wrap="nowrap">
                    {button(rule, words.edit, rule.state !== 'notReadable', () => onEdit(rule))}
                    {button(
                      rule,
                      rule.isActive ? words.switchOff : words.switchOn,
                      rule.state === 'usable',
                      () => switching.mutate(rule),
                    )}
                    {button(rule, words.up, index > 0, () => moving.mutate({ rule, direction: 'up' }))}
                    {button(rule, words.down, index < rules.length - 1, () =>
                      moving.mutate({ rule, direction: 'down' }),
                    )}
                    {button(rule, words.remove, true, () => setAsked(rule))}
                  </Group>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        isOpen={asked !== null}
        title={words.removeTitle(asked?.name ?? '')}
        text={words.removeText}
        confirmLabel={words.removeConfirm}
        cancelLabel={words.cancel}
        isDangerous
        isBusy={removing.isPending}
        onConfirm={() => {
          if (asked !== null) removing.mutate(asked)
        }}
        onCancel={() => setAsked(null)}
      />
    </div>
  )
}

function effectLines(effect: RuleEffect | undefined): readonly string[] {
  return effect === undefined ? [] : words.effect(effect)
}

function whomText({ state, condition }: VisitRule, names: ConditionNames): string {
  if (state === 'notReadable') return words.notReadable
  if (state === 'outdated') return words.outdated
  return condition === null ? words.everybody : conditionText(condition, names)
}

function responsibleText({ responsible }: VisitRule): string | null {
  if (responsible === 'nobody') return null
  return words.responsible(responsible === 'staff' ? words.namedStaff : responsibleLabels[responsible])
}
