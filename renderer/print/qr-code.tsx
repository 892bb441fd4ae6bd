import { encode } from 'uqr'

interface QrCodeProps {
  readonly text: string
  readonly sizeMm: number
  /** What it holds, for those who can't see it. */
  readonly name: string
}

/** A QR code in one black path, sharp on any printer. */
export function QrCode({ text, sizeMm, name }: QrCodeProps) {
  // Four modules of quiet zone, as readers expect; level M survives a fold.
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox={`0 0 ${size} ${size}`}
      style={{ width: `${sizeMm}mm`, height: `${sizeMm}mm` }}
      shapeRendering="crispEdges"
    >
      <path d={pathOf(data)} fill="#000" />
    </svg>
  )
}

function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : ''))).join('')
}
