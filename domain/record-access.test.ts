import { describe, expect, it } from 'vitest'
import { careTags, type CareTag } from './codes/care-tag.ts'
import {
  mayRead,
  mayReadCareTag,
  mayReveal,
  mayWrite,
  mayWriteCareTag,
  type RecordKind,
} from './record-access.ts'
import type { Actor } from './staff.ts'
import { anActor } from './testing/builders.ts'

/** Written down a second time on purpose: r reads, w writes, v reveals what is masked, - nothing. */
const expected: Readonly<Record<RecordKind, Readonly<Record<Seat, string>>>> = {
  basics: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'rw',
    viewer: 'r',
    member: 'rw',
    viewingMember: 'r',
  },
  birthDay: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'rw',
    viewer: '-',
    member: 'rw',
    viewingMember: '-',
  },
  notes: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'rw',
    viewer: '-',
    member: 'rw',
    viewingMember: '-',
  },
  idNumber: {
    director: 'rwv',
    fieldWorker: 'rwv',
    otherWorker: 'rwv',
    viewer: 'r',
    member: 'rwv',
    viewingMember: 'r',
  },
  phones: {
    director: 'rwv',
    fieldWorker: 'rwv',
    otherWorker: 'rwv',
    viewer: 'r',
    member: 'rwv',
    viewingMember: 'r',
  },
  health: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'rw',
    viewer: '-',
    member: 'rw',
    viewingMember: '-',
  },
  disabilityCard: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'r',
    viewer: '-',
    member: 'r',
    viewingMember: '-',
  },
  benefits: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'r',
    viewer: '-',
    member: 'r',
    viewingMember: '-',
  },
  publicTag: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'rw',
    viewer: 'r',
    member: 'rw',
    viewingMember: 'r',
  },
  civilAffairsTag: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'r',
    viewer: '-',
    member: 'r',
    viewingMember: '-',
  },
  disabilityTag: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'r',
    viewer: '-',
    member: 'r',
    viewingMember: '-',
  },
  familyPlanningTag: {
    director: 'rw',
    fieldWorker: 'rw',
    otherWorker: 'r',
    viewer: '-',
    member: 'r',
    viewingMember: '-',
  },
  sealedMatter: {
    director: '-',
    fieldWorker: '-',
    otherWorker: '-',
    viewer: '-',
    member: 'wv',
    viewingMember: '-',
  },
}

const seats = {
  director: anActor(),
  fieldWorker: anActor({ role: 'worker', workFields: ['civilAffairs', 'disability', 'familyPlanning'] }),
  otherWorker: anActor({ role: 'worker', workFields: ['publicSecurity'] }),
  viewer: anActor({ role: 'viewer', workFields: ['civilAffairs', 'disability'] }),
  member: anActor({ role: 'worker', isInSealedCircle: true }),
  viewingMember: anActor({ role: 'viewer', isInSealedCircle: true }),
} as const satisfies Record<string, Actor>
type Seat = keyof typeof seats

describe('who may see, write and reveal what', () => {
  const cells = Object.entries(expected).flatMap(([kind, bySeat]) =>
    Object.entries(bySeat).map(([seat, rights]) => [kind as RecordKind, seat as Seat, rights] as const),
  )
  it.each(cells)('%s for the %s: %s', (kind, seat, rights) => {
    const actor = seats[seat]
    const there = [
      mayRead(actor, kind) ? 'r' : '',
      mayWrite(actor, kind) ? 'w' : '',
      mayReveal(actor, kind) ? 'v' : '',
    ].join('')
    expect(there === '' ? '-' : there).toBe(rights)
  })
})

describe('care tags', () => {
  const openTags: readonly CareTag[] = [
    'loneElder',
    'emptyNest',
    'veteran',
    'partyMember',
    'buildingHead',
    'volunteer',
  ]
  const tags = Object.keys(careTags) as CareTag[]

  it('of health and of entitlement are not for those who only look; the others are for everybody', () => {
    expect(tags.filter((tag) => mayReadCareTag(seats.viewer, tag))).toEqual(openTags)
    for (const seat of [seats.director, seats.fieldWorker, seats.otherWorker])
      expect(tags.filter((tag) => mayReadCareTag(seat, tag))).toEqual(tags)
  })

  it.each([
    ['civilAffairs', tags.filter((tag) => !['disabled', 'bereavedOnlyChild'].includes(tag))],
    ['disability', [...openTags, 'disabled']],
    ['familyPlanning', [...openTags, 'bereavedOnlyChild']],
    ['publicSecurity', openTags],
  ] as const)('that a worker of %s gives and takes', (field, expectedTags) => {
    const actor = anActor({ role: 'worker', workFields: [field] })
    expect(tags.filter((tag) => mayWriteCareTag(actor, tag)).sort()).toEqual([...expectedTags].sort())
    expect(tags.filter((tag) => mayWriteCareTag(seats.viewer, tag))).toEqual([])
  })
})
