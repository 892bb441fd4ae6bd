import { noFilter } from '../../../domain/no-filter.ts'
import {
  afterFilterChange,
  isChosen,
  withChosen,
  withoutChosen,
  type ResidentSelection,
} from '../../../domain/resident-selection.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import type { SavedFilter } from '../../../domain/saved-filter.ts'
import { createDeskStore } from '../../ledger/desk-store.ts'
import { type TablePlace, topPlace } from '../../ui/table-place.ts'

interface ResidentsStore {
  readonly filter: ResidentFilter
  /** The saved filter whose question is asked now, or was before it was changed. */
  readonly usedFilter: SavedFilter | null
  /** Where the reader left the list; followed only when the list is opened again. */
  readonly place: TablePlace
  /** True once somebody was opened from the list, so that coming back lands on that row. */
  readonly isReturning: boolean
  /** What the next resident's page says first. */
  readonly notice: string | null
  readonly selection: ResidentSelection | null
  /** What was chosen before the stretch of rows under way began. */
  readonly beforeStretch: ResidentSelection | null
  /** Marks the stretch under way: one that is no longer it chooses nobody when its rows arrive. */
  readonly stretch: symbol | null
  /** True once more people were to be chosen one by one than can be. */
  readonly isTooMany: boolean
  /** How the last copying went; until something else is chosen. */
  readonly copyNews: string | null
}

const start: ResidentsStore = {
  filter: noFilter,
  usedFilter: null,
  place: topPlace,
  isReturning: false,
  notice: null,
  selection: null,
  beforeStretch: null,
  stretch: null,
  isTooMany: false,
  copyNews: null,
}

/** What the residents list remembers while other pages are open. */
export const useResidentsStore = createDeskStore<ResidentsStore>(() => start)

/** What else is so once other people are chosen. */
function chosen(selection: ResidentSelection | null) {
  return { selection, beforeStretch: selection, stretch: null, isTooMany: false, copyNews: null }
}

export function changeFilter(change: Partial<ResidentFilter>): void {
  useResidentsStore.setState((now) => {
    const filter = { ...now.filter, ...change }
    const selection = afterFilterChange(now.selection, filter)
    return { filter, place: topPlace, ...chosen(selection) }
  })
}

/** Remembers whose question it is that the list answers. */
export function rememberUsedFilter(usedFilter: SavedFilter | null): void {
  useResidentsStore.setState({ usedFilter })
}

/** Chooses nobody, or the people of a selection. */
export function choose(selection: ResidentSelection | null): void {
  useResidentsStore.setState(chosen(selection))
}

/** Chooses somebody, or no longer. */
export function toggleChosen(id: number): void {
  const { selection } = useResidentsStore.getState()
  const isLeaving = isChosen(selection, id)
  const next = isLeaving ? withoutChosen(selection, [id]) : withChosen(selection, [id])
  // Null means that nobody is left, or that one more can't be named.
  const isLast = isLeaving && selection?.kind === 'some'
  if (next === null && !isLast) chooseTooMany()
  else choose(next)
}

/** Chooses a stretch of the list besides what was chosen before it began, unless something was chosen meanwhile. */
export function beginStretch(): (ids: readonly number[]) => void {
  const stretch = Symbol()
  useResidentsStore.setState({ stretch })
  return (ids) => {
    const now = useResidentsStore.getState()
    if (now.stretch !== stretch) return
    const next = withChosen(now.beforeStretch, ids)
    if (next === null) chooseTooMany()
    else useResidentsStore.setState({ selection: next, isTooMany: false, copyNews: null })
  }
}

/** The selection stays as it is, and the page says how to choose more. */
export function chooseTooMany(): void {
  useResidentsStore.setState({ stretch: null, isTooMany: true })
}

export function rememberPlace(place: TablePlace): void {
  useResidentsStore.setState({ place })
}

export function rememberOpening(isReturning: boolean): void {
  useResidentsStore.setState({ isReturning })
}

export function rememberNotice(notice: string | null): void {
  useResidentsStore.setState({ notice })
}

/** Says how the copying of a selection went, unless others are chosen by now. */
export function tellOfCopy(selection: ResidentSelection | null, copyNews: string): void {
  if (useResidentsStore.getState().selection === selection) useResidentsStore.setState({ copyNews })
}
