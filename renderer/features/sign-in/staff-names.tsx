import { Text } from '@mantine/core'
import { useId } from 'react'
import { type Control, type FieldPath, type FieldValues, useController } from 'react-hook-form'
import type { StaffName } from '../../../domain/staff.ts'
import classes from './sign-in-page.module.css'

interface StaffNamesProps<Values extends { readonly staffId: number | null } & FieldValues, Draft> {
  readonly control: Control<Values, unknown, Draft>
  readonly staff: readonly StaffName[]
  readonly legend: string
  /** Called for a name that was picked by the mouse; who goes by the arrow keys is not there yet. */
  readonly onPicked?: () => void
}

/** Large buttons with the names of the staff; the arrow keys go from one to the next. */
export function StaffNames<Values extends { readonly staffId: number | null } & FieldValues, Draft>({
  control,
  staff,
  legend,
  onPicked,
}: StaffNamesProps<Values, Draft>) {
  const legendId = useId()
  const problemId = useId()
  // The form has just said that it holds a field of this name.
  const { field, fieldState } = useController({ control, name: 'staffId' as FieldPath<Values> })
  const problem = fieldState.error?.message
  return (
    <div>
      <Text id={legendId} fw={600} mb="xs">
        {legend}
      </Text>
      <div
        role="radiogroup"
        aria-labelledby={legendId}
        aria-describedby={problem === undefined ? undefined : problemId}
        className={classes.names}
      >
        {staff.map(({ staffId, name }, index) => (
          <label key={staffId} className={classes.name}>
            <input
              ref={index === 0 ? field.ref : undefined}
              type="radio"
              name="staffId"
              value={staffId}
              checked={field.value === staffId}
              onChange={() => field.onChange(staffId)}
              onClick={({ detail }) => {
                if (detail > 0) onPicked?.()
              }}
            />
            {name}
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <Text id={problemId} role="alert" mt="xs" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </div>
  )
}
