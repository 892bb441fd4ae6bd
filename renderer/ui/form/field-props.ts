import type { Control, FieldPath, FieldValues } from 'react-hook-form'

/** What every field of the form kit takes. */
export interface FieldProps<Values extends FieldValues, Draft> {
  readonly control: Control<Values, unknown, Draft>
  readonly name: FieldPath<Values>
  readonly label: string
  /** Replaces the visible label where several fields share one. */
  readonly ariaLabel?: string
  readonly help?: string
  readonly placeholder?: string
  readonly isRequired?: boolean
}

/** The attributes that differ between a field with its own label and one in a list. */
export function labelProps(label: string, ariaLabel: string | undefined) {
  return ariaLabel === undefined ? { label } : { label, 'aria-label': ariaLabel }
}

/** The text an input shows for a form value; what is not there shows nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
