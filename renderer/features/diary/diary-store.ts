import { wholeDiary, type DiaryFilter } from '../../../domain/diary.ts'
import { createDeskStore } from '../../ledger/desk-store.ts'
import { type TablePlace, topPlace } from '../../ui/table-place.ts'

interface DiaryStore {
  readonly filter: DiaryFilter
  /** Where the reader left the list; followed only when the page is opened again. */
  readonly place: TablePlace
  /** What was done on another page and is to be said on this one. */
  readonly notice: string | null
}

/** What the diary remembers while other pages are open. */
export const useDiaryStore = createDeskStore<DiaryStore>(() => ({
  filter: wholeDiary,
  place: topPlace,
  notice: null,
}))

export function changeDiaryFilter(change: Partial<DiaryFilter>): void {
  useDiaryStore.setState(({ filter }) => ({ filter: { ...filter, ...change }, place: topPlace }))
}

export function rememberDiaryPlace(place: TablePlace): void {
  useDiaryStore.setState({ place })
}

export function sayInDiary(notice: string | null): void {
  useDiaryStore.setState({ notice })
}
