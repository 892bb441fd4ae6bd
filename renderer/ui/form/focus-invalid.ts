/** Goes to the first field that is marked as wrong, once it is marked. */
export function focusInvalid(place: HTMLElement | null): void {
  requestAnimationFrame(() => place?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
