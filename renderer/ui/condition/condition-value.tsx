import { MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { askableCodes } from '../../../domain/condition-access.ts'
import { conditionFields, isPlaceField, type AskedField } from '../../../domain/condition-field.ts'
import { calendarSpans, spanUnits } from '../../../domain/condition-span.ts'
import {
  calendarSpanLabels,
  codeTableOf,
  conditionLabels,
  monthLabel,
  spanLabels,
  spanUnitLabels,
} from '../../../domain/labels/condition.zh.ts'
import { isOwnFieldKey, ownFieldIdOf } from '../../../domain/own-field.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import {
  countLimits,
  dayOf,
  decimalOf,
  firstYearOf,
  numberOf,
  spanLimits,
  type RowDraft,
  type RowValues,
} from './condition-draft.ts'
import { usePlaceChoices } from './use-places.ts'
import classes from './conditions.module.css'

const words = conditionLabels.dialog
const everyMonth = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  label: monthLabel(index + 1),
}))

interface ConditionValueProps {
  readonly row: RowDraft
  /** Which line it is, for whoever listens. */
  readonly order: string
  readonly onChange: (values: Partial<RowValues>) => void
}

/** What a field is compared with: the inputs that its operator needs. */
export function ConditionValue(props: ConditionValueProps) {
  const { operator, field } = props.row
  if (operator === 'empty' || operator === 'incomplete' || operator === 'yes' || operator === 'no')
    return null
  if (operator === 'contains' || operator === 'is') return <TextValue {...props} />
  if (operator === 'oneOf') return <CodesValue {...props} />
  if (operator === 'month') return <Choices {...props} choices={everyMonth} />
  if (operator === 'before' || operator === 'after')
    return <DayValue {...props} name="day" label={words.value(props.order)} />
  if (operator === 'between')
    return (
      <>
        <DayValue {...props} name="from" label={words.from(props.order)} />
        <DayValue {...props} name="to" label={words.to(props.order)} />
      </>
    )
  if (operator === 'held' || operator === 'ended')
    return (
      <>
        <CodesValue {...props} />
        <DayValue {...props} name="on" label={words.on(props.order)} />
      </>
    )
  if (operator === 'numberAtLeast' || operator === 'numberAtMost' || operator === 'numberFromTo')
    return (
      <>
        <DecimalValue {...props} name="count" label={words.count(props.order)} />
        {operator === 'numberFromTo' && <DecimalValue {...props} name="most" label={words.to(props.order)} />}
      </>
    )
  if (operator === 'atLeast' || operator === 'atMost' || operator === 'fromTo')
    return (
      <>
        <NumberValue {...props} name="count" label={words.count(props.order)} />
        {operator === 'fromTo' && <NumberValue {...props} name="most" label={words.to(props.order)} />}
        {field === 'age' && <DayValue {...props} name="on" label={words.on(props.order)} />}
      </>
    )
  return (
    <>
      {operator === 'reaches' && <NumberValue {...props} name="count" label={words.count(props.order)} />}
      {(operator === 'startedIn' || operator === 'endsIn') && <CodesValue {...props} />}
      <SpanValue {...props} />
    </>
  )
}

function TextValue({ row, order, onChange }: ConditionValueProps) {
  return (
    <TextInput
      aria-label={words.value(order)}
      className={classes.wide}
      value={row.values.text}
      maxLength={100}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange({ text: event.currentTarget.value })}
    />
  )
}

interface InputProps extends ConditionValueProps {
  readonly name: 'day' | 'from' | 'to' | 'on' | 'count' | 'most' | 'spanCount'
  readonly label: string
}

function DayValue({ row, name, label, onChange }: InputProps) {
  const typed = row.values[name]
  const firstYear = firstYearOf(name, row.field)
  const isWrong = typed.trim().length > 7 && dayOf(typed, firstYear) === null
  return (
    <TextInput
      aria-label={label}
      className={classes.day}
      value={typed}
      placeholder={name === 'on' ? words.today : words.datePlaceholder}
      maxLength={20}
      autoComplete="off"
      error={isWrong ? words.unreadableDate(firstYear) : null}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
}

function NumberValue({ row, name, label, onChange }: InputProps) {
  const typed = row.values[name]
  const limits = name === 'spanCount' ? spanLimits : countLimits(row.operator)
  const isWrong = typed.trim() !== '' && numberOf(typed, limits) === null
  return (
    <TextInput
      aria-label={label}
      className={classes.number}
      value={typed}
      maxLength={3}
      inputMode="numeric"
      rightSection={name === 'spanCount' ? null : unitOf(row.field)}
      autoComplete="off"
      error={isWrong ? words.unreadableNumber(...limits) : null}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
}

function DecimalValue({ row, name, label, onChange }: InputProps) {
  const typed = row.values[name]
  const isWrong = typed.trim() !== '' && decimalOf(typed) === null
  return (
    <TextInput
      aria-label={label}
      className={classes.day}
      value={typed}
      maxLength={24}
      autoComplete="off"
      error={isWrong ? words.unreadableDecimal : null}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  )
}

function SpanValue(props: ConditionValueProps) {
  const { row, order, onChange } = props
  const { span, spanUnit } = row.values
  const isCounted = span === 'next' || span === 'last'
  return (
    <>
      <NativeSelect
        aria-label={words.span(order)}
        className={classes.short}
        value={span}
        onChange={({ currentTarget: { value } }) => onChange({ span: value })}
        data={[
          ...Object.entries(spanLabels).map(([value, label]) => ({ value, label })),
          ...calendarSpans.map((value) => ({ value, label: calendarSpanLabels[value] })),
        ]}
      />
      {isCounted && (
        <>
          <NumberValue {...props} name="spanCount" label={words.spanCount(order)} />
          <NativeSelect
            aria-label={words.unit(order)}
            className={classes.short}
            value={spanUnit}
            onChange={({ currentTarget: { value } }) => onChange({ spanUnit: value })}
            data={spanUnits.map((value) => ({ value, label: spanUnitLabels[value] }))}
          />
        </>
      )}
    </>
  )
}

function CodesValue(props: ConditionValueProps) {
  const { field } = props.row
  const actor = useReadyState()?.actor
  const ownFields = useOwnFields()
  const places = usePlaceChoices()
  const table = codeTableOf(field)
  const codes = actor === undefined ? [] : askableCodes(actor, field)
  const coded = codes.map((value) => ({ value, label: table[value] ?? value }))
  const named = ({ id, name }: { readonly id: number; readonly name: string }) => ({
    value: String(id),
    label: name,
  })
  const choices = isOwnFieldKey(field)
    ? (ownFields.find(({ id }) => id === ownFieldIdOf(field))?.choices ?? []).map(named)
    : isPlaceField(field)
      ? places[field].map(named)
      : coded
  return <Choices {...props} choices={choices} />
}

/** What is counted; of wedding days they are years as well, and the operator says so. */
function unitOf(field: AskedField): string | null {
  if (field === 'age' || field === 'birthWhen') return words.years
  return field === 'householdSize' ? words.people : null
}

interface ChoicesProps extends ConditionValueProps {
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

function Choices({ row, order, choices, onChange }: ChoicesProps) {
  const { codes } = row.values
  const isAnyAllowed = !isOwnFieldKey(row.field) && conditionFields[row.field].kind === 'period'
  return (
    <MultiSelect
      aria-label={words.value(order)}
      className={classes.wide}
      size="md"
      searchable
      data={choices}
      value={[...codes]}
      placeholder={codes.length > 0 ? '' : isAnyAllowed ? words.anyCode : words.choose}
      // What is drawn outside a modal dialog would lie beneath it.
      comboboxProps={{ withinPortal: false }}
      onChange={(chosen) => onChange({ codes: chosen })}
    />
  )
}
