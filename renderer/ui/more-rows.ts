import { useInfiniteQuery } from '@tanstack/react-query'
import type { FetchRows, RowPage } from './row-window.ts'

/** Reads a list from its beginning on, a step further each time that more is asked for. */
export function useMoreRows<Row>(queryKey: readonly unknown[], fetchRows: FetchRows<Row>, stepSize: number) {
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchRows(pageParam, stepSize),
    initialPageParam: 0,
    getNextPageParam: (_last, pages) => nextOffset(pages),
    gcTime: 0,
  })
  return {
    error,
    rows: data?.pages.flatMap((page) => page.rows) ?? [],
    totalCount: data?.pages.at(-1)?.totalCount ?? null,
    hasMore: hasNextPage,
    isReadingMore: isFetchingNextPage,
    readMore: () => void fetchNextPage(),
  }
}

/** Where the next step begins; null once everything is read. */
export function nextOffset(pages: readonly RowPage<unknown>[]): number | null {
  const readCount = pages.reduce((sum, { rows }) => sum + rows.length, 0)
  const last = pages.at(-1)
  // A list that became shorter meanwhile ends where a step finds nothing.
  return last !== undefined && last.rows.length > 0 && readCount < last.totalCount ? readCount : null
}
