/** Which pages of a paper the address of its window asks for, counted from nought; all of them where it names none. */
export function isPageWanted(hash: string): (pageIndex: number) => boolean {
  const [, from, to] = /\/(\d+)-(\d+)$/.exec(hash) ?? []
  if (from === undefined || to === undefined) return () => true
  return (pageIndex) => pageIndex + 1 >= Number(from) && pageIndex < Number(to)
}
