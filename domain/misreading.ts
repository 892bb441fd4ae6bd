/** How one of two texts may be the other misread: one character is another, or two neighbours are the wrong way round. */
export function misreading(one: string, other: string): 'character' | 'swap' | undefined {
  if (one === other || one.length !== other.length) return undefined
  let at = 0
  while (one[at] === other[at]) at += 1
  if (one.slice(at + 1) === other.slice(at + 1)) return 'character'
  const isSwapped = one[at] === other[at + 1] && one[at + 1] === other[at]
  return isSwapped && one.slice(at + 2) === other.slice(at + 2) ? 'swap' : undefined
}
