import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostChosenIds } from './bulk.ts'
import {
  afterFilterChange,
  chosenCount,
  isChosen,
  withChosen,
  withoutChosen,
  type ResidentSelection,
} from './resident-selection.ts'
import { residentSelectionSchema } from './resident-selection-schema.ts'
import { noFilter } from './no-filter.ts'

const people = Array.from({ length: 60 }, (_, index) => index + 1)
const everybody: ResidentSelection = { kind: 'shown', filter: noFilter, exceptIds: [] }
const step = fc.oneof(
  fc.record({ isAdded: fc.boolean(), ids: fc.subarray(people) }),
  fc.constant('all' as const),
  fc.constant('none' as const),
)

describe('a selection of people', () => {
  it('holds whom a plain set holds, whatever is added and taken away', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let selection: ResidentSelection | null = null
        let model = new Set<number>()
        for (const one of steps) {
          if (one === 'all') [selection, model] = [everybody, new Set(people)]
          else if (one === 'none') [selection, model] = [null, new Set()]
          else {
            selection = one.isAdded ? withChosen(selection, one.ids) : withoutChosen(selection, one.ids)
            model = new Set(
              one.isAdded ? [...model, ...one.ids] : [...model].filter((id) => !one.ids.includes(id)),
            )
          }
          expect(people.filter((id) => isChosen(selection, id))).toEqual(people.filter((id) => model.has(id)))
          expect(chosenCount(selection, people.length)).toBe(model.size)
          if (selection !== null) expect(residentSelectionSchema.safeParse(selection).success).toBe(true)
        }
      }),
    )
  })

  it('names no more people than may go over the wire', () => {
    const many = Array.from({ length: mostChosenIds + 1 }, (_, index) => index + 1)
    expect(withChosen(null, many)).toBeNull()
    expect(withoutChosen(everybody, many)).toBeNull()
    expect(chosenCount(withChosen(null, many.slice(1)), 5000)).toBe(mostChosenIds)
  })

  it('forgets everybody shown when the list shows others, but not for another order', () => {
    expect(afterFilterChange(everybody, { ...noFilter, search: '王' })).toBeNull()
    const sorted = { ...noFilter, sort: 'birth' as const }
    expect(afterFilterChange(everybody, sorted)).toEqual({ ...everybody, filter: sorted })
    const some: ResidentSelection = { kind: 'some', ids: [7] }
    expect(afterFilterChange(some, { ...noFilter, search: '王' })).toBe(some)
  })
})
