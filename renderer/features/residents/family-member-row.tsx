import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { Link } from 'wouter'
import type { CalendarDate } from '../../../domain/calendar-date.ts'
import { relationToHeadSchema, sexSchema } from '../../../domain/codes/code-schemas.ts'
import { contradictsSex } from '../../../domain/codes/relation-sex.ts'
import { relationsToHead } from '../../../domain/codes/relation-to-head.ts'
import { sexes } from '../../../domain/codes/sex.ts'
import type { FamilyDraft } from '../../../domain/household.ts'
import { checkDocumentNumber, classifyIdNumber, normaliseIdNumber } from '../../../domain/id-number.ts'
import { idDocumentTypeLabels, residentFieldLabels as labels } from '../../../domain/labels/field.zh.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { PartialDateField } from '../../ui/form/partial-date-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { FamilyValues } from './family-form-schema.ts'
import classes from './family.module.css'

const words = householdLabels.family
const documentTypes = codeOptions(idDocumentTypeLabels)
const sexOptions = codeOptions(sexes)
const relationOptions = codeOptions(relationsToHead)

/** The form of a whole family. */
export type FamilyForm = UseFormReturn<FamilyValues, unknown, FamilyDraft>

interface FamilyMemberRowProps {
  readonly form: FamilyForm
  readonly index: number
  readonly todayOn: CalendarDate
  readonly isOnly: boolean
  readonly onRemove: () => void
}

/** One person of the family in one line; the number fills in birth and sex and names who has it already. */
export function FamilyMemberRow({ form, index, todayOn, isOnly, onRemove }: FamilyMemberRowProps) {
  const { control } = form
  const order = index + 1
  const path = `members.${index}` as const
  const [idNumber, idDocumentType, sex, relation] = useWatch({
    control,
    name: [`${path}.idNumber`, `${path}.idDocumentType`, `${path}.sex`, `${path}.relationToHead`],
  })
  const [leftNumber, setLeftNumber] = useState('')
  const isChecked = leftNumber !== '' && leftNumber === normaliseIdNumber(idNumber)
  const { data: owner } = useQuery({
    ...ledgerQuery('resident.idNumberOwner', { idNumber: leftNumber, exceptId: null }),
    enabled: isChecked && checkDocumentNumber(idDocumentType, leftNumber, todayOn).ok,
    gcTime: 0,
  })
  const foundOwner = isChecked ? (owner ?? null) : null
  const named = (label: string) => ({ label, ariaLabel: words.fieldOf(order, label) })

  const fillFrom = (text: string) => {
    const reading = classifyIdNumber(text, todayOn)
    if (!reading.ok) return
    const option = { shouldDirty: true }
    form.setValue(`${path}.idDocumentType`, reading.documentType, option)
    if (reading.birthOn !== null) form.setValue(`${path}.birthWhen`, reading.birthOn, option)
    if (reading.sex !== null) form.setValue(`${path}.sex`, reading.sex, option)
  }

  return (
    <div role="group" aria-label={words.person(order)} className={classes.row}>
      <TextField control={control} name={`${path}.name`} {...named(labels.name)} isRequired />
      <SelectField
        control={control}
        name={`${path}.relationToHead`}
        {...named(labels.relationToHead)}
        options={relationOptions}
        isOptional
        {...(isOdd(relation, sex) ? { help: words.sexWarning } : {})}
      />
      <div>
        <TextField
          control={control}
          name={`${path}.idNumber`}
          {...named(labels.idNumber)}
          maxLength={40}
          problem={foundOwner === null ? undefined : residentLabels.page.ownerExists(foundOwner.name)}
          onTyped={fillFrom}
          onLeft={(text) => setLeftNumber(normaliseIdNumber(text))}
        />
        {foundOwner !== null && (
          <Anchor component={Link} href={`/residents/${String(foundOwner.id)}`}>
            {residentLabels.page.ownerLink(foundOwner.name)}
          </Anchor>
        )}
      </div>
      <SelectField
        control={control}
        name={`${path}.idDocumentType`}
        {...named(labels.idDocumentType)}
        options={documentTypes}
      />
      <PartialDateField control={control} name={`${path}.birthWhen`} {...named(labels.birthWhen)} />
      <SelectField control={control} name={`${path}.sex`} {...named(labels.sex)} options={sexOptions} />
      <TextField
        control={control}
        name={`${path}.phone`}
        {...named(words.phone)}
        inputMode="tel"
        maxLength={40}
      />
      {!isOnly && (
        <Button
          variant="default"
          className={classes.besideField}
          aria-label={words.removePerson(order)}
          onClick={onRemove}
        >
          {words.remove}
        </Button>
      )}
    </div>
  )
}

function isOdd(relation: string | null, sex: string): boolean {
  const [parsedRelation, parsedSex] = [relationToHeadSchema.safeParse(relation), sexSchema.safeParse(sex)]
  return parsedRelation.success && parsedSex.success && contradictsSex(parsedRelation.data, parsedSex.data)
}
