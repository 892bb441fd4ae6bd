import { create, type StateCreator, type StoreApi, type UseBoundStore } from 'zustand'

const forgetting: (() => void)[] = []
let lastDesk: string | null = null

/** A store of what pages remember for the person at the desk; the next person finds nothing of it. */
export function createDeskStore<State>(atFirst: StateCreator<State>): UseBoundStore<StoreApi<State>> {
  const store = create(atFirst)
  forgetting.push(() => store.setState(store.getInitialState(), true))
  return store
}

/** Somebody sits down at the desk; whoever only comes back to the same ledger goes on where they were. */
export function sitDown({ folder, staffId }: { readonly folder: string; readonly staffId: number }): void {
  const desk = `${String(staffId)} ${folder}`
  if (desk !== lastDesk) for (const forget of forgetting) forget()
  lastDesk = desk
}
