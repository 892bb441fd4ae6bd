import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type UseFormReturn, useController } from 'react-hook-form'
import { officeLabels, registerLabel } from '../../../domain/labels/office.zh.ts'
import { pickerLabels } from '../../../domain/labels/picker.zh.ts'
import type { RegisterField } from '../../../domain/register-fields.ts'
import type { RegisterName, RegisterReference } from '../../../domain/register.ts'
import type { ResidentRow } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { codeOptions } from '../form/code-options.ts'
import { DateField } from '../form/date-field.tsx'
import { PartialDateField } from '../form/partial-date-field.tsx'
import { SelectField } from '../form/select-field.tsx'
import { TextField } from '../form/text-field.tsx'
import { ResidentPicker } from '../resident-picker.tsx'
import type { RegisterValues } from './register-values.ts'

const words = officeLabels.list

/** The form of a line; what it is read into differs from register to register. */
type RegisterForm = UseFormReturn<RegisterValues, unknown, never>

interface RegisterFieldInputProps {
  readonly form: RegisterForm
  readonly register: RegisterName
  readonly name: string
  readonly field: RegisterField
  readonly isFirst: boolean
  /** What a reference is called now. */
  readonly chosenName: string
}

/** One field of a line, as its kind is typed. */
export function RegisterFieldInput({ form, register, name, field, ...props }: RegisterFieldInputProps) {
  const shared = {
    control: form.control,
    name,
    label: registerLabel(register, name),
    isRequired: field.isRequired ?? false,
  }
  switch (field.kind) {
    case 'line':
    case 'decimal':
    case 'phone':
      return (
        <TextField
          {...shared}
          maxLength={field.longest}
          isFirst={props.isFirst}
          {...(register === 'buildingHead' && name === 'unit' ? { help: words.unitHelp } : {})}
          inputMode={field.kind === 'line' ? 'text' : field.kind === 'phone' ? 'tel' : 'numeric'}
        />
      )
    case 'count':
    case 'tenths':
      return (
        <TextField
          {...shared}
          maxLength={12}
          inputMode="numeric"
          help={field.kind === 'count' ? words.countHelp : words.decimalHelp}
        />
      )
    case 'date':
      return <DateField {...shared} />
    case 'partialDate':
      return <PartialDateField {...shared} />
    case 'code':
      return (
        <SelectField {...shared} options={codeOptions(field.table)} isOptional={field.isRequired !== true} />
      )
    case 'reference':
      return field.to === 'resident' ? (
        <ResidentField {...shared} chosenName={props.chosenName} />
      ) : (
        <ReferenceField {...shared} of={field.to} />
      )
  }
}

interface SharedProps {
  readonly control: RegisterForm['control']
  readonly name: string
  readonly label: string
  readonly isRequired: boolean
}

function ReferenceField({
  of,
  ...props
}: SharedProps & { readonly of: Exclude<RegisterReference, 'resident'> }) {
  const { data = [] } = useQuery(ledgerQuery('register.choices', { of }))
  const options = data.map(({ id, name }) => [String(id), name] as const)
  return <SelectField {...props} options={options} isOptional />
}

function ResidentField({ control, name, label, chosenName }: SharedProps & { readonly chosenName: string }) {
  const { field, fieldState } = useController({ control, name })
  const [chosen, setChosen] = useState<ResidentRow | null>(null)
  return (
    <div>
      {chosen === null && chosenName !== '' && <Text fw={600}>{words.stored(label, chosenName)}</Text>}
      <ResidentPicker
        label={words.searchFor(label)}
        chosen={chosen}
        problem={fieldState.error === undefined ? undefined : pickerLabels.residentMissing}
        onChoose={(resident) => {
          field.onChange(String(resident.id))
          setChosen(resident)
        }}
      />
    </div>
  )
}
