/** The row a key leads to, or null when the key means nothing to a list. */
export function rowAfterKey(key: string, row: number, totalCount: number, pageRows: number): number | null {
  const last = Math.max(0, totalCount - 1)
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, row + 1)
    case 'ArrowUp':
      return Math.max(0, row - 1)
    case 'PageDown':
      return Math.min(last, row + pageRows)
    case 'PageUp':
      return Math.max(0, row - pageRows)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
