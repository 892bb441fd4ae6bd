import { describe, expect, it } from 'vitest'
import { differingFields, type FieldVersions, proposedChoice } from './versions.ts'

function field(base: unknown, mine: unknown, theirs: unknown, isMineGone = false): FieldVersions {
  return {
    key: 'note',
    label: '备注',
    values: { base, mine, theirs },
    texts: { mine: String(mine), theirs: String(theirs) },
    isMineGone,
  }
}

describe('two versions of a record', () => {
  it('differ where they are not the same, whoever touched them', () => {
    const [same, bothSame, onlyMine, onlyTheirs] = [
      field('a', 'a', 'a'),
      field('a', 'b', 'b'),
      field('a', 'b', 'a'),
      field('a', 'a', 'b'),
    ] as const
    expect(differingFields([same, bothSame, onlyMine, onlyTheirs])).toEqual([onlyMine, onlyTheirs])
  })

  it.each([
    ['only mine touched it', field('a', 'b', 'a'), 'mine'],
    ['only theirs touched it', field('a', 'a', 'b'), 'theirs'],
    ['both touched it', field('a', 'b', 'c'), null],
    ['mine builds on what is gone', field('a', 'b', 'c', true), 'theirs'],
    ['lists hold the same', field([1], [1], [2]), 'theirs'],
  ])('propose a choice where %s', (_when, versions, choice) => {
    expect(proposedChoice(versions)).toBe(choice)
  })
})
