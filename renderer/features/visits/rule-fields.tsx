import { Checkbox, Fieldset, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { careTags } from '../../../domain/codes/care-tag.ts'
import { visitFestivals } from '../../../domain/festival.ts'
import {
  responsibleLabels,
  triggerKindLabels,
  visitRuleLabels,
} from '../../../domain/labels/visit-rule.zh.ts'
import { festivalLabels } from '../../../domain/labels/visit.zh.ts'
import { birthdayCalendars, type VisitTriggerKind } from '../../../domain/visit-rule.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { useOwnFields } from '../../ledger/use-own-fields.ts'
import { ConditionGroupFields } from '../../ui/condition/condition-group.tsx'
import { usePlaceNames } from '../../ui/condition/use-places.ts'
import type { RuleProblems, RuleValues } from './rule-form-values.ts'
import classes from './visits.module.css'

const words = visitRuleLabels.form

interface RuleFieldsProps {
  readonly values: RuleValues
  readonly problems: RuleProblems
  readonly onChange: (changed: Partial<RuleValues>) => void
}

/** Every field of a rule; of the trigger those that its kind needs. */
export function RuleFields({ values, problems, onChange }: RuleFieldsProps) {
  const staff = useQuery(ledgerQuery('staff.list', {}))
  const names = { places: usePlaceNames(), ownFields: useOwnFields() }
  const text = (field: 'name' | 'daysBefore' | 'daysAfter' | 'startsOn', description?: string) => (
    <TextInput
      label={words[field]}
      description={description}
      value={values[field]}
      error={problems[field]}
      autoComplete="off"
      maxLength={60}
      {...(field === 'name' ? { 'data-autofocus': true } : { inputMode: 'numeric' as const })}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <Stack gap="md">
      {text('name', words.nameHelp)}
      <NativeSelect
        label={words.kind}
        value={values.kind}
        // The options are the kinds.
        onChange={(event) => onChange({ kind: event.currentTarget.value as VisitTriggerKind })}
        data={Object.entries(triggerKindLabels).map(([value, label]) => ({ value, label }))}
      />
      <TriggerFields values={values} problems={problems} onChange={onChange} />
      <Radio.Group
        label={words.whom}
        value={values.isForEverybody ? 'everybody' : 'some'}
        onChange={(value) => onChange({ isForEverybody: value === 'everybody' })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="everybody" label={words.everybody} />
          <Radio value="some" label={words.some} />
        </Stack>
      </Radio.Group>
      {!values.isForEverybody && (
        <Fieldset legend={words.condition}>
          <Text size="sm" mb="xs">
            {words.conditionHelp}
          </Text>
          <ConditionGroupFields
            group={values.condition}
            names={names}
            order=""
            newKey={null}
            onChange={(condition) => onChange({ condition })}
          />
          {problems.condition !== undefined && (
            <Text role="alert" c="red.9" mt="xs">
              {problems.condition}
            </Text>
          )}
        </Fieldset>
      )}
      <div className={classes.pair}>
        {text('daysBefore', words.windowHelp)}
        {text('daysAfter', words.windowHelp)}
      </div>
      <div className={classes.pair}>
        <NativeSelect
          label={words.responsible}
          value={values.responsible}
          onChange={(event) => onChange({ responsible: event.currentTarget.value })}
          data={[
            ...Object.entries(responsibleLabels).map(([value, label]) => ({ value, label })),
            ...(staff.data ?? [])
              .filter(({ id, isClosed }) => !isClosed || values.responsible === `staff:${id}`)
              .map(({ id, name }) => ({ value: `staff:${id}`, label: name })),
          ]}
        />
        {text('startsOn', words.startsOnHelp)}
      </div>
      <Checkbox
        label={words.isRepeating}
        checked={values.isRepeating}
        onChange={(event) => onChange({ isRepeating: event.currentTarget.checked })}
      />
      <Checkbox
        label={words.isActive}
        checked={values.isActive}
        onChange={(event) => onChange({ isActive: event.currentTarget.checked })}
      />
    </Stack>
  )
}

function TriggerFields({ values, problems, onChange }: RuleFieldsProps) {
  if (values.kind === 'festival')
    return (
      <Checkbox.Group
        label={words.festivals}
        error={problems.festivals}
        value={[...values.festivals]}
        onChange={(chosen) =>
          onChange({ festivals: visitFestivals.filter((festival) => chosen.includes(festival)) })
        }
      >
        <div className={classes.choices}>
          {visitFestivals.map((festival) => (
            <Checkbox key={festival} value={festival} label={festivalLabels[festival]} />
          ))}
        </div>
      </Checkbox.Group>
    )
  if (values.kind === 'birthday')
    return (
      <div className={classes.pair}>
        <NativeSelect
          label={words.calendar}
          value={values.calendar}
          onChange={({ currentTarget: { value } }) =>
            onChange({ calendar: birthdayCalendars.find((calendar) => calendar === value) ?? 'own' })
          }
          data={birthdayCalendars.map((value) => ({ value, label: words.calendars[value] }))}
        />
        <TextInput
          label={words.minimumAge}
          value={values.minimumAge}
          error={problems.minimumAge}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => onChange({ minimumAge: event.currentTarget.value })}
        />
      </div>
    )
  if (values.kind === 'interval')
    return (
      <TextInput
        label={words.days}
        value={values.days}
        error={problems.days}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => onChange({ days: event.currentTarget.value })}
      />
    )
  if (values.kind !== 'careTag') return null
  // Object.keys forgets the key type; the table is closed.
  const all = Object.keys(careTags) as (keyof typeof careTags)[]
  return (
    <Checkbox.Group
      label={words.careTags}
      value={[...values.careTags]}
      onChange={(chosen) => onChange({ careTags: all.filter((careTag) => chosen.includes(careTag)) })}
    >
      <div className={classes.choices}>
        {all.map((careTag) => (
          <Checkbox key={careTag} value={careTag} label={careTags[careTag]} />
        ))}
      </div>
    </Checkbox.Group>
  )
}
