import type { ReactNode } from 'react'
import { isComposing } from '../composing.ts'
import { useErrorInSight } from './use-error-in-sight.ts'

interface FormFrameProps {
  readonly label: string
  /** For a submit button outside the form. */
  readonly id?: string
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** A form that an input method can never send off by its Enter, and that shows what is wrong with the field at hand. */
export function FormFrame({ label, id, onSubmit, children }: FormFrameProps) {
  const form = useErrorInSight()
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only holds back the Enter of an input method
    <form
      ref={form}
      id={id}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && isComposing(event)) event.preventDefault()
      }}
    >
      {children}
    </form>
  )
}
