import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { mayAskAbout } from '../../../domain/condition-access.ts'
import {
  conditionFieldNames,
  type AskedField,
  type ConditionOperator,
} from '../../../domain/condition-field.ts'
import { askedFieldLabel, conditionLabels, operatorLabel } from '../../../domain/labels/condition.zh.ts'
import { ownFieldKey, type OwnField } from '../../../domain/own-field.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { firstQuestion, questionsAbout, type RowDraft } from './condition-draft.ts'
import { ConditionValue } from './condition-value.tsx'
import classes from './conditions.module.css'

const words = conditionLabels.dialog

/** What people ask for turned round; the rest is there the other way anyway. */
const turnable: readonly ConditionOperator[] = ['contains', 'is', 'empty', 'oneOf', 'in', 'held', 'yes']

interface ConditionRowProps {
  readonly row: RowDraft
  /** Which line it is, for whoever listens. */
  readonly order: string
  /** Takes the keyboard when it appears. */
  readonly isNew: boolean
  readonly onChange: (row: RowDraft) => void
  readonly onRemove: () => void
}

/** One line: what is asked, how, and what it is compared with. */
export function ConditionRow({ row, order, isNew, onChange, onRemove }: ConditionRowProps) {
  const field = useRef<HTMLSelectElement>(null)
  useEffect(() => {
    if (isNew) field.current?.focus()
  }, [isNew])
  const actor = useReadyState()?.actor
  const ownFields = useOwnFields()
  // One that is no longer in use may still be asked about where it is asked about already.
  const own = ownFields
    .filter(({ id, isRetired }) => !isRetired || ownFieldKey(id) === row.field)
    .map(({ id }) => ownFieldKey(id))
  const fields = [...conditionFieldNames, ...own].filter(
    (name) => actor !== undefined && mayAskAbout(actor, name),
  )
  return (
    <div className={classes.row} role="group" aria-label={words.line(order)}>
      <NativeSelect
        ref={field}
        aria-label={words.field(order)}
        className={classes.field}
        value={row.field}
        onChange={({ currentTarget: { value } }) =>
          // Every option is one of the fields.
          onChange({
            ...row,
            ...firstQuestion(value as AskedField, ownFields),
            values: { ...row.values, codes: [] },
          })
        }
        data={fields.map((value) => ({ value, label: askedFieldLabel(value, ownFields) }))}
      />
      <NativeSelect
        aria-label={words.operator(order)}
        className={classes.operator}
        value={`${row.isNot ? '!' : ''}${row.operator}`}
        onChange={({ currentTarget: { value } }) =>
          onChange({
            ...row,
            isNot: value.startsWith('!'),
            // Every option is one of the field's operators.
            operator: value.replace('!', '') as ConditionOperator,
            values:
              value.endsWith('month') || row.operator === 'month' ? { ...row.values, codes: [] } : row.values,
          })
        }
        data={questionsOf(row, ownFields)}
      />
      <ConditionValue
        row={row}
        order={order}
        onChange={(values) => onChange({ ...row, values: { ...row.values, ...values } })}
      />
      <ActionIcon variant="subtle" size="xl" aria-label={words.remove(order)} onClick={onRemove}>
        <IconTrash aria-hidden="true" />
      </ActionIcon>
    </div>
  )
}

function questionsOf({ field, operator, isNot }: RowDraft, ownFields: readonly OwnField[]) {
  return questionsAbout(field, ownFields).flatMap((one) => {
    const isTurnedOffered = turnable.includes(one) || (one === operator && isNot)
    const plain = { value: one as string, label: operatorLabel(field, one, false) }
    return isTurnedOffered ? [plain, { value: `!${one}`, label: operatorLabel(field, one, true) }] : [plain]
  })
}
