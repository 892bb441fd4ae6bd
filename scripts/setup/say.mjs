/** Tells the person at the terminal what is going on. */
export function say(text) {
  console.log(`[linli-ledger] ${text}`)
}

/** Seconds in a form people read: 4.2 s, 1 min 12 s. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000
  if (seconds < 60) return `${seconds.toFixed(1)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}

/** Announces a long step, shows every ten seconds that it is alive, and says how long it took. */
export async function longStep(text, work) {
  const startedAt = performance.now()
  const elapsed = () => duration(performance.now() - startedAt)
  say(`${text} ...`)
  const pulse = setInterval(() => say(`  still at it after ${elapsed()}: ${text}`), 10_000)
  try {
    const result = await work()
    say(`  done in ${elapsed()}`)
    return result
  } finally {
    clearInterval(pulse)
  }
}
