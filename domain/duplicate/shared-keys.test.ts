import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSharedKeys, hashOf, hashWithout } from './shared-keys.ts'

test('answers who took the same key down before, also once there are more keys than expected', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 90 }), (hashes) => {
      const keys = createSharedKeys(3)
      for (const round of [0, 1]) {
        const before = new Map<number, number[]>()
        for (const [holder, hash] of hashes.entries()) {
          const there = before.get(hash) ?? []
          expect(
            [...keys.add(hash, holder)].sort((one, other) => one - other),
            `round ${round}`,
          ).toEqual(there)
          before.set(hash, [...there, holder])
        }
        keys.clear()
      }
    }),
  )
})

test('a text with a mark has the hash of every text that differs only there', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 3 }),
      fc.string({ minLength: 1, maxLength: 1 }),
      fc.nat(),
      (text, other, seed) => {
        const at = seed % text.length
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        expect(hashWithout(changed, at, at + 1, 7)).toBe(hashWithout(text, at, at + 1, 7))
        expect(hashOf(changed) === hashOf(text)).toBe(changed === text)
      },
    ),
  )
})
