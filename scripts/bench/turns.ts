/** Watches for how long other work had to wait for its turn at most. Unit of the answer: milliseconds. */
export function watchTurns(): { readonly end: () => number } {
  let [last, longest, isOver] = [performance.now(), 0, false]
  const turn = () => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  return {
    end: () => {
      isOver = true
      return longest
    },
  }
}
