import { useEffect, useRef, type RefObject } from 'react'

/**
 * What is wrong with the field at hand is brought into sight as soon as it is said: it is said below the field, where a
 * save bar may lie, and the field does not get the focus a second time.
 */
export function useErrorInSight(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (form.current === null) return
    const observer = new MutationObserver((changes) => {
      const field = document.activeElement
      if (field === null || !changes.some(({ target }) => target === field)) return
      if (field.getAttribute('aria-invalid') !== 'true') return
      const texts = field.getAttribute('aria-describedby')?.split(' ') ?? []
      for (const id of texts) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
    })
    observer.observe(form.current, { subtree: true, attributeFilter: ['aria-invalid', 'aria-describedby'] })
    return () => observer.disconnect()
  }, [])
  return form
}
