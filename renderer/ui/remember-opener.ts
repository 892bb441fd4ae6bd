/** The parts of a page that can take the focus over from something in them. */
const parts = '[tabindex], section, dialog, main'

/**
 * Remembers what opens a dialog; to be called again once the dialog is closed. Should the opener go as well, then or when
 * the page is drawn anew, the part of the page around it has the focus instead.
 */
export function rememberOpener(): () => void {
  const opener = document.activeElement
  const around = partsAround(opener)
  return () => {
    const watch = new MutationObserver(() => {
      const { activeElement } = document
      if (activeElement === opener) return
      watch.disconnect()
      if (activeElement === document.body) focusOn(around.find(({ isConnected }) => isConnected))
    })
    watch.observe(document.body, { childList: true, subtree: true })
  }
}

function partsAround(element: Element | null): HTMLElement[] {
  const part = element?.parentElement?.closest<HTMLElement>(parts) ?? null
  return part === null ? [] : [part, ...partsAround(part)]
}

function focusOn(part: HTMLElement | undefined): void {
  if (part?.hasAttribute('tabindex') === false) part.tabIndex = -1
  part?.focus({ preventScroll: true })
}
