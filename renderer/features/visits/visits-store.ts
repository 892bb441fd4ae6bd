import type { VisitTask } from '../../../domain/visit.ts'
import { createDeskStore } from '../../ledger/desk-store.ts'

export type VisitTaskView = 'pending' | 'recorded' | 'all' | 'removed'

interface VisitsState {
  readonly view: VisitTaskView
  /** The task whose record form is open. */
  readonly openTaskId: number | null
  /** Remembered from one record to the next while the program runs. */
  readonly visitor: string
  /** What the clerk last typed as date in this round; empty means today. */
  readonly visitedOnText: string
  /** The last thing done, for the live region. */
  readonly announcement: string
}

interface VisitsActions {
  readonly roundShown: () => void
  readonly viewChosen: (view: VisitTaskView) => void
  readonly taskOpened: (id: VisitTask['id'] | null) => void
  readonly visitorProposed: (visitor: string) => void
  readonly recorded: (visitor: string, visitedOnText: string) => void
  readonly announced: (announcement: string) => void
}

/** The place in a round's list and what one record hands on to the next. */
export const useVisitsStore = createDeskStore<VisitsState & VisitsActions>((set) => ({
  view: 'pending',
  openTaskId: null,
  visitor: '',
  visitedOnText: '',
  announcement: '',
  roundShown: () => set({ view: 'pending', openTaskId: null, visitedOnText: '', announcement: '' }),
  viewChosen: (view) => set({ view, openTaskId: null }),
  taskOpened: (openTaskId) => set({ openTaskId }),
  visitorProposed: (visitor) => set((state) => (state.visitor === '' ? { visitor } : state)),
  recorded: (visitor, visitedOnText) => set({ visitor, visitedOnText }),
  announced: (announcement) => set({ announcement }),
}))
