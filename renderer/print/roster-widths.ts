/** What a column needs. Unit: millimetres. */
export interface ColumnNeed {
  /** Below this its contents could not be read. */
  readonly leastMm: number
  /** Its heading and nearly all of its contents on one line. */
  readonly usualMm: number
  /** All of its contents on one line. */
  readonly wishedMm: number
  /** Null for as much as the contents need. */
  readonly setMm: number | null
  /** Whether it takes the room that nobody needs. */
  readonly isForWriting: boolean
}

/** One very long text must not starve the other columns. Unit: millimetres. */
const mostWishedMm = 90

/**
 * The width of each column within the room of a sheet, or which columns have no room any more, counted from the left.
 * Unit: millimetres.
 */
export function rosterWidths(
  needs: readonly ColumnNeed[],
  roomMm: number,
):
  | { readonly widths: readonly number[] }
  | { readonly overIndexes: readonly number[]; readonly overMm: number } {
  const least = needs.map(({ leastMm, setMm }) => setMm ?? leastMm)
  const leastSum = sumOf(least)
  if (leastSum > roomMm) return { overIndexes: indexesBeyond(least, roomMm), overMm: leastSum - roomMm }
  const atMost = (need: ColumnNeed, mm: number) =>
    need.setMm ?? Math.max(need.leastMm, Math.min(mm, mostWishedMm))
  const usual = needs.map((need) => atMost(need, need.usualMm))
  const wished = needs.map((need) => atMost(need, Math.max(need.usualMm, need.wishedMm)))
  // What most rows need comes before what a few would like.
  if (sumOf(usual) > roomMm) return { widths: between(least, usual, roomMm) }
  const wishedSum = sumOf(wished)
  if (wishedSum > roomMm) return { widths: between(usual, wished, roomMm) }
  const takers = takersOf(needs)
  const takenSum = sumOf(wished.filter((_, index) => takers.has(index)))
  const spare = takers.size === 0 ? 0 : (roomMm - wishedSum) / takenSum
  return {
    widths: wished.map((wish, index) => (takers.has(index) ? rounded(wish * (1 + spare)) : wish)),
  }
}

/** From the lower widths as far towards the upper ones as there is room. */
function between(lower: readonly number[], upper: readonly number[], roomMm: number): readonly number[] {
  const share = (roomMm - sumOf(lower)) / (sumOf(upper) - sumOf(lower))
  return upper.map((width, index) => rounded(at(lower, index) + (width - at(lower, index)) * share))
}

/** The columns to write in, else all that have no width of their own. */
function takersOf(needs: readonly ColumnNeed[]): ReadonlySet<number> {
  const free = needs.flatMap(({ setMm }, index) => (setMm === null ? [index] : []))
  const forWriting = free.filter((index) => needs[index]?.isForWriting === true)
  return new Set(forWriting.length > 0 ? forWriting : free)
}

function indexesBeyond(widths: readonly number[], roomMm: number): readonly number[] {
  let used = 0
  return widths.flatMap((width, index) => {
    used += width
    return used > roomMm ? [index] : []
  })
}

/** Down to hundredths, so that together they never exceed the room. */
function rounded(widthMm: number): number {
  return Math.floor(widthMm * 100) / 100
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
