/** A count as it is read: digits in groups of three. */
export function grouped(count: number): string {
  return count.toLocaleString('zh-CN')
}
