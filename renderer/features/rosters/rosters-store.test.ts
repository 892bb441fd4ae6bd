import { beforeEach, expect, it } from 'vitest'
import { noFilter } from '../../../domain/no-filter.ts'
import { readyRosters } from '../../../domain/ready-rosters.ts'
import type { Roster } from '../../../domain/roster.ts'
import {
  changeRoster,
  dropHandedPeople,
  openRoster,
  ownKind,
  rememberSaved,
  resetRoster,
  useRostersStore,
} from './rosters-store.ts'

const roster: Roster = readyRosters.elders
const kept = { kindKey: '7', own: { id: 7, revision: 1 }, name: '敬老名单', roster }
const handed = { ...noFilter, search: '王' }

function opened() {
  const { open } = useRostersStore.getState()
  if (open === null) throw new Error('nothing is open')
  return open
}

beforeEach(() => useRostersStore.setState({ open: null }))

it('goes on with handed people whenever the same kind is told of again', () => {
  openRoster(kept, handed)
  expect(opened().roster.people).toEqual({ filter: handed, minAge: null, careTags: [] })
  openRoster({ ...kept, roster: { ...roster } }, null)
  expect(opened().roster.people.filter).toEqual(handed)
  expect(opened().isHanded).toBe(true)
})

it('gives a kind its own people back, alone or with everything else', () => {
  openRoster(kept, handed)
  changeRoster({ paper: 'A3' })
  dropHandedPeople()
  expect(opened()).toMatchObject({ isHanded: false, roster: { ...roster, paper: 'A3' } })
  openRoster(kept, handed)
  changeRoster({ paper: 'A3' })
  resetRoster()
  expect(opened()).toMatchObject({ isHanded: false, roster })
})

it('leaves a kind as it was kept while its people are others', () => {
  openRoster(kept, handed)
  expect(opened().kept).toBe(roster)
})

it('keeps what is changed while it is being saved, and does not take it for saved', () => {
  openRoster(kept, null)
  changeRoster({ title: '一' })
  const sent = opened().roster
  changeRoster({ title: '二' })
  // What the ledger answers is a copy.
  const saved = { id: 7, revision: 2, name: '敬老名单', roster: structuredClone(sent) }
  rememberSaved(saved, sent)
  expect(opened().kept).toBe(sent)
  const told = ownKind('7', [saved])
  expect(told).not.toBeNull()
  if (told !== null) openRoster(told, null)
  expect(opened().roster.title).toBe('二')
})

it('takes handed people for those of the new kind they were saved in', () => {
  openRoster(kept, handed)
  const sent = opened().roster
  rememberSaved({ id: 8, revision: 1, name: '王家', roster: sent }, sent)
  expect(opened()).toMatchObject({ kindKey: '8', own: { id: 8, revision: 1 }, isHanded: false })
  expect(opened().roster).toBe(opened().kept)
})
