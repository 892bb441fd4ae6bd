import { useReadyState } from '../ledger/app-state.ts'

/** Unit: CSS pixels of normal text at 100 %. */
const normalTextPx = 16

/** Unit: CSS pixels of one rem at a text size in percent. */
export function remPx(textSizePercent: number): number {
  return (normalTextPx * textSizePercent) / 100
}

/** Unit: CSS pixels of one rem now, for the few things that are placed by number. */
export function useRemPx(): number {
  return remPx(useReadyState()?.settings.textSizePercent ?? 100)
}
