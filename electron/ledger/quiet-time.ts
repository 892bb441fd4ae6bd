/** Unit: milliseconds. Source: RELIABILITY 3.3. */
const quietMs = 60_000

/** Calls back whenever nobody has asked anything for a minute, and again each minute that it stays so. */
export function startQuietTime(whenQuiet: () => void): { readonly touched: () => void } {
  let isQuiet = true
  setInterval(() => {
    if (isQuiet) whenQuiet()
    isQuiet = true
  }, quietMs).unref()
  return { touched: () => (isQuiet = false) }
}
