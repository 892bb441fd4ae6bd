import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import type { StaffName } from '../../../domain/staff.ts'
import classes from './sign-in-page.module.css'

interface StaffNamesProps<Values extends { readonly staffId: number | null } & FieldValues, Draft> {
  readonly control: Control<Values, unknown, Draft>
  readonly staff: readonly StaffName[]
  readonly legend: string
}

/** Large buttons with the names of the staff; the arrow keys go from one to the next. */
export function StaffNames<Values extends { readonly staffId: number | null } & FieldValues, Draft>({
  control,
  staff,
  legend,
}: StaffNamesProps<Values, Draft>) {
  // The form has just said that it holds a field of this name.
  const { field } = useController({ control, name: 'staffId' as FieldPath<Values> })
  return (
    <fieldset className={classes.names} aria-label={legend}>
      {staff.map(({ staffId, name }) => (
        <label key={staffId} className={classes.name}>
          <input
            type="radio"
            name="staffId"
            value={staffId}
            checked={field.value === staffId}
            onChange={() => field.onChange(staffId)}
          />
          {name}
        </label>
      ))}
    </fieldset>
  )
}
