import type { KeyboardEvent } from 'react'
import { isComposing } from '../../ui/composing.ts'

const fields = 'input:not([readonly], :disabled), select:not(:disabled)'

/** Enter goes to the next field of the form as in a table; behind the last one, to whatever comes then. */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>, onEnd: () => void): void {
  if (event.key !== 'Enter' || isComposing(event)) return
  const { target, currentTarget } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
  event.preventDefault()
  const all = [...currentTarget.querySelectorAll<HTMLElement>(fields)]
  const next = all[all.indexOf(target) + 1]
  if (next === undefined) onEnd()
  else next.focus()
}
