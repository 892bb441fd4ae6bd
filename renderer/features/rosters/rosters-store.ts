import { readyRosterLabels } from '../../../domain/labels/ready-roster.zh.ts'
import { readyRosterKeys, type ReadyRosterKey } from '../../../domain/ready-roster-key.ts'
import { readyRosters } from '../../../domain/ready-rosters.ts'
import type { ResidentFilter } from '../../../domain/resident.ts'
import type { Roster, RosterKind } from '../../../domain/roster.ts'
import { createDeskStore } from '../../ledger/desk-store.ts'

/** Shape: the roster being made ready, and the kind it came from. */
export interface OpenRoster {
  /** The part of the address that names the kind: a ready one by its key, an office's own by its id. */
  readonly kindKey: string
  /** Null for a kind that comes with the program. */
  readonly own: Pick<RosterKind, 'id' | 'revision'> | null
  readonly name: string
  readonly roster: Roster
  /** What it was when it was opened or last saved. */
  readonly kept: Roster
  /** True while its people come from the list of residents instead of its kind. */
  readonly isHanded: boolean
}

interface RostersStore {
  readonly open: OpenRoster | null
}

/** What the page of a roster remembers while other pages are open. */
export const useRostersStore = createDeskStore<RostersStore>(() => ({ open: null }))

/** Takes a kind up, or goes on with what was done to it; people handed over take the place of its own. */
export function openRoster(kind: Omit<OpenRoster, 'kept' | 'isHanded'>, handed: ResidentFilter | null): void {
  const { open } = useRostersStore.getState()
  const isGoingOn = open?.kindKey === kind.kindKey && open.own?.revision === kind.own?.revision
  if (isGoingOn && handed === null) return
  const roster =
    handed === null ? kind.roster : { ...kind.roster, people: { filter: handed, minAge: null, careTags: [] } }
  useRostersStore.setState({ open: { ...kind, roster, kept: kind.roster, isHanded: handed !== null } })
}

export function changeRoster(change: Partial<Roster>): void {
  useRostersStore.setState(({ open }) => ({
    open: open === null ? null : { ...open, roster: { ...open.roster, ...change } },
  }))
}

/** Back to what its kind was when it was opened or last saved. */
export function resetRoster(): void {
  useRostersStore.setState(({ open }) => ({
    open: open === null ? null : { ...open, roster: open.kept, isHanded: false },
  }))
}

/** The roster has its kind's own people again; whatever else was changed stays. */
export function dropHandedPeople(): void {
  const { open } = useRostersStore.getState()
  if (open?.isHanded !== true) return
  const roster = { ...open.roster, people: open.kept.people }
  useRostersStore.setState({ open: { ...open, roster, isHanded: false } })
}

/** What was kept of the roster is an office's own kind now; what was changed meanwhile is still to be kept. */
export function rememberSaved({ id, revision, name }: RosterKind, kept: Roster): void {
  useRostersStore.setState(({ open }) => ({
    open: {
      kindKey: String(id),
      own: { id, revision },
      name,
      roster: open?.roster ?? kept,
      kept,
      isHanded: false,
    },
  }))
}

/** A kind that the office named and kept, by its part of the address. */
export function ownKind(
  kindKey: string,
  kinds: readonly RosterKind[],
): Omit<OpenRoster, 'kept' | 'isHanded'> | null {
  const own = kinds.find(({ id }) => String(id) === kindKey)
  return own === undefined ? null : { kindKey, own, name: own.name, roster: own.roster }
}

/** A kind that comes with the program, by its part of the address. */
export function readyKind(kindKey: string): Omit<OpenRoster, 'kept' | 'isHanded'> | null {
  const key = readyRosterKeys.find((one): one is ReadyRosterKey => one === kindKey)
  if (key === undefined) return null
  return { kindKey: key, own: null, name: readyRosterLabels.names[key], roster: readyRosters[key] }
}
