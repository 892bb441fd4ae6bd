/** What a figure must keep to: a share of what stands beside it, or a value of its own. */
type Target =
  { readonly kind: 'ratio'; readonly most: number } | { readonly kind: 'value'; readonly most: number }

/** One measured figure of the product and what stands beside it. */
export interface Figure {
  readonly name: string
  readonly unit: 'ms' | 's' | 'MB'
  readonly ours: number
  /** Null where nothing can stand beside it here. */
  readonly peer: number | null
  readonly peerName: string
  /** Null for a figure that is only told. */
  readonly target: Target | null
  /** Shape: every single measurement, in the order it was taken. */
  readonly samples: readonly number[]
  readonly peerSamples?: readonly number[]
}

/** How many times the peer's value ours is, or null without a peer. */
export function ratioOf({ ours, peer }: Figure): number | null {
  return peer === null || peer === 0 ? null : ours / peer
}

/** Whether a figure keeps to its target; null where there is no target, or nothing to hold it against. */
export function isMet(figure: Figure): boolean | null {
  if (figure.target === null) return null
  const measured = figure.target.kind === 'value' ? figure.ours : ratioOf(figure)
  return measured === null ? null : measured <= figure.target.most
}
