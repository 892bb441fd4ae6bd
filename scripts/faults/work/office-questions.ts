import { calendarDateSchema } from '../../../domain/calendar-date.ts'
import {
  ageBandCodes,
  residentSorts,
  type ResidentDraft,
  type ResidentFilter,
} from '../../../domain/resident.ts'
import { sampleCommittee } from '../../seed/sample-committee.ts'
import type { Random } from '../random.ts'
import type { TwinDesk } from './twin-desk.ts'

const everybody: ResidentFilter = {
  search: '',
  buildingId: null,
  careTag: null,
  ageBand: null,
  presence: 'here',
  condition: null,
  sort: 'address',
}
const allEntries = {
  staffId: null,
  action: null,
  objectType: null,
  fromOn: null,
  toOn: null,
  isTroubleOnly: false,
}
const page = { offset: 0, limit: 200 }
const reason = { purpose: 'service', text: '' } as const

/** Looks for people, lists them in every order and by every filter, and looks at some of them. */
export async function askAboutPeople(
  { ask }: TwinDesk,
  people: readonly ResidentDraft[],
  random: Random,
): Promise<void> {
  const list = (part: Partial<ResidentFilter>, rest = page) =>
    ask('resident.list', { filter: { ...everybody, ...part }, ...rest })
  const buildings = (await ask('building.list', {})) ?? []
  for (const sort of residentSorts) {
    await list({ sort })
    await list({ sort, buildingId: buildings[random.below(buildings.length)]?.id ?? null })
    await list({ sort }, { offset: random.below(60), limit: 1 + random.below(40) })
  }
  const rows = (await list({ careTag: 'disabled' }))?.rows ?? []
  for (const ageBand of ageBandCodes) rows.push(...((await list({ ageBand }))?.rows ?? []))
  for (let time = 0; time < 6; time += 1) {
    const person = people[random.below(people.length)]
    if (person === undefined) continue
    const { name, phones, idNumber, dwelling } = person
    const texts = [name, name.slice(0, 1), idNumber, idNumber.slice(-4), phones[0]?.number ?? '1']
    for (const search of [...texts, dwelling === null ? '' : `${dwelling.building}-${dwelling.room}`])
      await list({ search })
    const owner = await ask('resident.idNumberOwner', { idNumber, exceptId: null })
    const id = owner?.id ?? rows[random.below(rows.length)]?.id ?? 1
    const view = await ask('resident.get', { id })
    if (view !== null) await ask('household.get', { id: view.householdId })
    await ask('resident.visits', { id })
    await ask('resident.reveal', { id, group: 'idNumber', reason })
    // Somebody else has this number, and an older revision is refused.
    await ask('resident.save', { id: null, revision: null, draft: person })
    await ask('resident.save', { id, revision: 0, draft: person })
  }
}

/** Opens a round of visits, records, removes and adds some, and prints its list. */
export async function visitPeople(
  { ask }: TwinDesk,
  { name, ruleIds }: { readonly name: string; readonly ruleIds: readonly number[] },
): Promise<void> {
  const cutoffOn = calendarDateSchema.parse('2027-02-05')
  const visitedOn = calendarDateSchema.parse('2026-11-25')
  const draft = { name, festival: 'springFestival' as const, year: 2027, cutoffOn, ruleIds: [...ruleIds] }
  await ask('visitRule.list', {})
  await ask('visitRound.festivals', {})
  await ask('visitRound.countTargets', { cutoffOn, ruleIds: [...ruleIds] })
  const round = await ask('visitRound.create', draft)
  if (round === null) throw new Error('no round was opened')
  const visitRoundId = round.id
  const tasks = (await ask('visitTask.list', { visitRoundId, view: 'all', ...page }))?.rows ?? []
  for (const [index, { id: visitTaskId, revision }] of tasks.slice(0, 8).entries()) {
    const result = { outcome: 'done', visitedOn, visitor: 'A', note: `note ${index}` } as const
    if (index % 3 < 2) await ask('visitTask.record', { visitTaskId, revision, ...result })
    else await ask('visitTask.remove', { visitTaskId, revision, reason: 'moved' })
    await ask('visitTask.record', { visitTaskId, revision, ...result })
  }
  const removed = await ask('visitTask.list', { visitRoundId, view: 'removed', ...page })
  for (const { id: visitTaskId, revision } of removed?.rows.slice(0, 1) ?? [])
    await ask('visitTask.restore', { visitTaskId, revision })
  const list = await ask('resident.list', { filter: everybody, offset: 0, limit: 20 })
  for (const { id: residentId } of list?.rows.slice(0, 6) ?? [])
    await ask('visitTask.add', { visitRoundId, residentId, reason: 'asked for it' })
  for (const view of ['all', 'pending', 'recorded', 'removed'] as const)
    await ask('visitTask.list', { visitRoundId, view, ...page })
  await ask('visitRound.get', { id: visitRoundId })
  await ask('visitRound.get', { id: 999 })
  await ask('visitRound.list', {})
  await ask('paper.visitList', { visitRoundId, ...page })
}

/** Reads the audit trail, keeps a form half filled in, changes the office, asks for what is not there. */
export async function keepTheBooks({ ask }: TwinDesk, index: number): Promise<void> {
  const trail = await ask('audit.list', { filter: allEntries, ...page })
  await ask('audit.list', { filter: { ...allEntries, action: 'changed' }, ...page })
  await ask('audit.list', { filter: { ...allEntries, isTroubleOnly: true }, ...page })
  await ask('audit.list', { filter: { ...allEntries, objectType: 'resident' }, offset: 3, limit: 7 })
  const checked = await ask('audit.check', { printed: null })
  if (checked === null || checked.brokenSeq !== null) throw new Error('the chain does not hold')
  const hashStart = checked.head.hash.slice(0, 12)
  await ask('audit.check', { printed: { seq: checked.head.seq, hashStart } })
  await ask('audit.check', { printed: { seq: (trail?.totalCount ?? 0) + 9, hashStart } })
  const form = { form: 'newResident' } as const
  await ask('draft.keep', {
    form,
    content: JSON.stringify({ note: `half a note ${index}` }),
    baseRevision: null,
  })
  await ask('draft.list', {})
  await ask('draft.get', { form })
  if (index % 2 === 1) await ask('draft.discard', { form })
  const office = (round: number) => ({
    ...sampleCommittee,
    phone: round === 0 ? sampleCommittee.phone : `${round}`,
  })
  await ask('committee.save', { before: office(index), committee: office(index + 1) })
  await ask('committee.save', { before: office(index + 7), committee: office(index) })
  await ask('settings.save', { textSizePercent: index % 2 === 0 ? 125 : 100 })
  await ask('staff.list', {})
  await ask('import.last', {})
  await ask('resident.get', { id: 999_999 })
}
