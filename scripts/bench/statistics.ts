/** The middle of the values, or half-way between the two in the middle. Throws: RangeError without values. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/** The value below which that share of the values lies, interpolated between neighbours. Throws: RangeError without values. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  const place = ((sorted.length - 1) * percent) / 100
  const below = sorted[Math.floor(place)]
  const above = sorted[Math.ceil(place)]
  if (below === undefined || above === undefined) throw new RangeError('no values')
  return below + (above - below) * (place - Math.floor(place))
}
