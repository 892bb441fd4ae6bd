import { useEffect, useRef } from 'react'

/** A place that takes the focus when it appears, so that the keyboard goes on where the eye does. */
export function useFocusOnMount() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return place
}
