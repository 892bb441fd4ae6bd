import fc from 'fast-check'
import { expect, test } from 'vitest'
import { residentDraftSchema, type ResidentDraft } from '../resident.ts'
import { aResidentDraft } from '../testing/builders.ts'
import { isStorable } from './storable-draft.ts'

/** What a cell might make of a field, sound or not. */
const anything = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '2',
    '赵平',
    'citizenId',
    '1945-03-02',
    'x'.repeat(300),
    '\ud800',
    null,
    [],
    ['x'],
    7,
  ),
  fc.string({ unit: 'grapheme', maxLength: 250 }),
  fc.record({ building: fc.string({ maxLength: 80 }), unit: fc.string(), room: fc.string() }),
)
const keys = Object.keys(residentDraftSchema.shape) as (keyof ResidentDraft)[]

test('a draft can be stored exactly where the schema of a draft takes it, however often values come again', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keys), anything, { maxKeys: 4 }), (fields) => {
      // The other opinion is asked about drafts no reader would make.
      const draft = { ...aResidentDraft(), ...fields }
      const isTaken = residentDraftSchema.safeParse(draft).success
      expect([isStorable(draft), isStorable(draft)]).toEqual([isTaken, isTaken])
    }),
    { numRuns: 2000 },
  )
})
