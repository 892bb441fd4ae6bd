import { useEffect } from 'react'
import { create } from 'zustand'

interface OpenForms {
  /** Shape: draftKey of each. */
  readonly keys: readonly string[]
}

/** The forms on the screen now: nobody needs a way back to what is before them. */
export const useOpenForms = create<OpenForms>()(() => ({ keys: [] }))

/** Counts a form as open while it is on the screen. */
export function useFormIsOpen(key: string): void {
  useEffect(() => {
    useOpenForms.setState(({ keys }) => ({ keys: [...keys, key] }))
    return () => useOpenForms.setState(({ keys }) => ({ keys: keys.filter((one) => one !== key) }))
  }, [key])
}
