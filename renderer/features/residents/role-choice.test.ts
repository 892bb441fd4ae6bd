import { describe, expect, it } from 'vitest'
import type { Household } from '../../../domain/resident.ts'
import { rolesInMerger, rolesOf, rolesUnder } from './role-choice.ts'

type Member = Household['members'][number]
const person = (id: number, sex: Member['sex'], relationToHead: Member['relationToHead']): Member => ({
  ...{ id, name: `某${String(id)}`, sex, relationToHead, age: null, presence: 'here' },
  ...{ isHead: relationToHead === '01', revision: 1 },
})

const [father, mother, son] = [person(1, '1', '01'), person(2, '2', '12'), person(3, '1', '20')]
const [grandfather, grandmother] = [person(4, '1', '01'), person(5, '2', '12')]
const households = [{ members: [father, mother, son] }, { members: [grandfather, grandmother] }]
const everybody = households.flatMap(({ members }) => members)
const merged = (headId: number) =>
  rolesOf(rolesInMerger(headId, households), everybody).map(({ relationToHead }) => relationToHead)

describe('what people are to the head who is chosen', () => {
  it('is known for the spouse of a new head only', () => {
    const relations = (headId: number) =>
      rolesOf(rolesUnder(headId, [father, mother, son]), [father, mother, son]).map(
        ({ relationToHead }) => relationToHead,
      )
    expect(relations(1)).toEqual(['01', '12', '20'])
    expect(relations(2)).toEqual(['11', '01', null])
    expect(relations(3)).toEqual([null, null, '01'])
  })

  it('is asked of those who join, as they had another head', () => {
    expect(merged(1)).toEqual(['01', '12', '20', null, null])
    expect(merged(4)).toEqual([null, null, null, '01', '12'])
    expect(merged(5)).toEqual([null, null, null, '11', '01'])
  })
})
