import { useQueries, useQuery, type QueryKey } from '@tanstack/react-query'
import { useCallback, useState } from 'react'

/** Unit: rows; the contract's limit is 200. */
const pageSize = 100

interface RowPage<Row> {
  readonly totalCount: number
  readonly rows: readonly Row[]
}

interface PagedRowsOptions<Row> {
  readonly queryKey: QueryKey
  readonly loadPage: (offset: number, limit: number) => Promise<RowPage<Row>>
}

interface PagedRows<Row> {
  readonly isLoaded: boolean
  readonly totalCount: number
  readonly rowAt: (index: number) => Row | undefined
  /** Tells which rows are in sight, so that their pages are loaded. */
  readonly showRange: (first: number, last: number) => void
  readonly error: Error | null
}

/** Rows of a long list, of which only the pages in sight are asked for. */
export function usePagedRows<Row>({ queryKey, loadPage }: PagedRowsOptions<Row>): PagedRows<Row> {
  const [pages, setPages] = useState({ first: 0, last: 0 })
  const pageQuery = (page: number) => ({
    queryKey: [...queryKey, { page }],
    queryFn: () => loadPage(page * pageSize, pageSize),
  })
  const firstPage = useQuery(pageQuery(0))
  const pageNumbers = Array.from({ length: pages.last - pages.first + 1 }, (_, index) => pages.first + index)
  const shown = useQueries({ queries: pageNumbers.map(pageQuery) })

  const showRange = useCallback((first: number, last: number) => {
    const next = { first: Math.floor(first / pageSize), last: Math.floor(last / pageSize) }
    setPages((held) => (held.first === next.first && held.last === next.last ? held : next))
  }, [])

  return {
    isLoaded: firstPage.isSuccess,
    totalCount: firstPage.data?.totalCount ?? 0,
    rowAt: (index) => {
      const page = Math.floor(index / pageSize)
      const data = page === 0 ? firstPage.data : shown[page - pages.first]?.data
      return data?.rows[index - page * pageSize]
    },
    showRange,
    error: firstPage.error ?? shown.find((query) => query.error !== null)?.error ?? null,
  }
}
