import { useQuery } from '@tanstack/react-query'
import type { UseFormReturn } from 'react-hook-form'
import { livingArrangements } from '../../../domain/codes/living-arrangement.ts'
import { relationsToHead } from '../../../domain/codes/relation-to-head.ts'
import { residenceStatuses } from '../../../domain/codes/residence-status.ts'
import { dwellingFieldLabels, residentFieldLabels } from '../../../domain/labels/field.zh.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import type { ResidentChange } from '../../../domain/resident-view.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { codeOptions } from '../../ui/form/code-options.ts'
import { FieldGroup } from '../../ui/form/field-group.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { ResidentFormValues } from './resident-form-schema.ts'
import classes from './resident-page.module.css'

const words = residentLabels.page
const relations = codeOptions(relationsToHead)
const statuses = codeOptions(residenceStatuses)
const arrangements = codeOptions(livingArrangements)
const buildingListId = 'known-buildings'

interface ResidentHomeProps {
  readonly form: UseFormReturn<ResidentFormValues, unknown, ResidentChange>
}

/** Where and with whom the person lives. */
export function ResidentHome({ form: { control } }: ResidentHomeProps) {
  const buildings = useQuery(ledgerQuery('building.list', {}))
  return (
    <FieldGroup title={words.home}>
      <TextField
        control={control}
        name="dwelling.building"
        label={dwellingFieldLabels.building}
        maxLength={60}
        suggestionsId={buildingListId}
      />
      <TextField control={control} name="dwelling.unit" label={dwellingFieldLabels.unit} maxLength={30} />
      <TextField control={control} name="dwelling.room" label={dwellingFieldLabels.room} maxLength={60} />
      <SelectField
        control={control}
        name="relationToHead"
        label={residentFieldLabels.relationToHead}
        options={relations}
        isOptional
      />
      <SelectField
        control={control}
        name="residenceStatus"
        label={residentFieldLabels.residenceStatus}
        options={statuses}
        isRequired
      />
      <SelectField
        control={control}
        name="livingArrangement"
        label={residentFieldLabels.livingArrangement}
        options={arrangements}
        isOptional
      />
      <div className={classes.addresses}>
        <TextField
          control={control}
          name="registeredAddress"
          label={residentFieldLabels.registeredAddress}
          maxLength={200}
        />
        <TextField
          control={control}
          name="currentAddress"
          label={residentFieldLabels.currentAddress}
          maxLength={200}
        />
      </div>
      <datalist id={buildingListId}>
        {buildings.data?.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </FieldGroup>
  )
}
