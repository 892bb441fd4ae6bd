import type { KeyboardEvent } from 'react'
import { isComposing } from '../../ui/composing.ts'

/** Keeps the Enter that takes a candidate of an input method from submitting the form. */
export function stopComposedEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
}
