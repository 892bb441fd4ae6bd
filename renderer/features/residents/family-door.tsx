import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { dwellingFieldLabels } from '../../../domain/labels/field.zh.ts'
import { householdLabels } from '../../../domain/labels/household.zh.ts'
import type { DwellingDraft } from '../../../domain/resident.ts'
import { ledgerQuery } from '../../ledger/ledger-query.ts'
import { FieldGroup } from '../../ui/form/field-group.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import type { FamilyForm } from './family-member-row.tsx'
import resident from './resident-page.module.css'

const words = householdLabels.family

interface FamilyDoorProps {
  readonly form: FamilyForm
  /** Where the family before lives. */
  readonly lastDoor: DwellingDraft | null
}

/** Behind which door the family lives. */
export function FamilyDoor({ form, lastDoor }: FamilyDoorProps) {
  const { control } = form
  const listId = useId()
  const { data = [] } = useQuery(ledgerQuery('building.list', {}))
  return (
    <FieldGroup title={words.door}>
      <TextField
        control={control}
        name="dwelling.building"
        label={dwellingFieldLabels.building}
        maxLength={60}
        suggestionsId={listId}
        isRequired
        isFirst
      />
      <TextField control={control} name="dwelling.unit" label={dwellingFieldLabels.unit} maxLength={30} />
      <TextField control={control} name="dwelling.room" label={dwellingFieldLabels.room} maxLength={60} />
      {lastDoor !== null && (
        <Button
          className={resident.besideField}
          variant="default"
          onClick={() => form.setValue('dwelling', { ...lastDoor }, { shouldDirty: true })}
        >
          {words.lastDoor}
        </Button>
      )}
      <datalist id={listId}>
        {data.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
    </FieldGroup>
  )
}
