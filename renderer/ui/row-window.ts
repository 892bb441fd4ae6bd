import { keepPreviousData, useQuery } from '@tanstack/react-query'

/** Unit: rows. What is kept around the visible ones. */
export const windowLimit = 100
const windowStep = 50

export interface RowPage<Row> {
  readonly totalCount: number
  readonly rows: readonly Row[]
}

export type FetchRows<Row, More = unknown> = (offset: number, limit: number) => Promise<RowPage<Row> & More>

/** The first row to hold so that the visible ones lie in the middle of what is held. */
export function windowOffset(firstVisible: number, lastVisible: number): number {
  const middle = (firstVisible + lastVisible) / 2
  return Math.max(0, Math.round((middle - windowLimit / 2) / windowStep) * windowStep)
}

/** The react-query options of one window of rows. */
export function rowWindowQuery<Row, More>(
  queryKey: readonly unknown[],
  fetchRows: FetchRows<Row, More>,
  offset: number,
) {
  return {
    queryKey: [...queryKey, offset, windowLimit],
    queryFn: async () => ({ offset, ...(await fetchRows(offset, windowLimit)) }),
    gcTime: 10_000,
  }
}

/** Holds one window of a long list; while the next is on its way, the last one stays on screen. */
export function useRowWindow<Row, More = unknown>(
  queryKey: readonly unknown[],
  fetchRows: FetchRows<Row, More>,
  offset: number,
) {
  const { data, error } = useQuery({
    ...rowWindowQuery(queryKey, fetchRows, offset),
    placeholderData: keepPreviousData,
  })
  return {
    error,
    totalCount: data?.totalCount ?? null,
    /** What came with the rows that are held. */
    page: data ?? null,
    rowAt: (index: number): Row | undefined => data?.rows[index - data.offset],
  }
}
