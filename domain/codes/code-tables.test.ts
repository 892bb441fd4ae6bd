import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../testing/any-text.ts'
import { benefits, parseBenefit } from './benefit.ts'
import {
  disabilityCategories,
  disabilityGrades,
  parseDisabilityCategory,
  parseDisabilityGrade,
} from './disability.ts'
import { educations, parseEducation } from './education.ts'
import { healthStates, parseHealthState } from './health-state.ts'
import { maritalStatuses, parseMaritalStatus } from './marital-status.ts'
import { occupations, parseOccupation } from './occupation.ts'
import { parsePoliticalStatus, politicalStatuses } from './political-status.ts'
import { careTags, parseCareTag, parseCareTags } from './care-tag.ts'
import { ethnicGroups, parseEthnicGroup } from './ethnic-group.ts'
import { livingArrangements, parseLivingArrangement } from './living-arrangement.ts'
import { parseRelationToHead, relationsToHead } from './relation-to-head.ts'
import { parseResidenceStatus, residenceStatuses } from './residence-status.ts'
import { parseSex, sexes } from './sex.ts'

interface CodeTable {
  readonly names: Readonly<Record<string, string>>
  readonly parse: (text: string) => string | undefined
}

const tables: readonly (readonly [string, CodeTable])[] = [
  ['sex', { names: sexes, parse: parseSex }],
  ['ethnic group', { names: ethnicGroups, parse: parseEthnicGroup }],
  ['relation to the head', { names: relationsToHead, parse: parseRelationToHead }],
  ['residence status', { names: residenceStatuses, parse: parseResidenceStatus }],
  ['living arrangement', { names: livingArrangements, parse: parseLivingArrangement }],
  ['education', { names: educations, parse: parseEducation }],
  ['political status', { names: politicalStatuses, parse: parsePoliticalStatus }],
  ['marital status', { names: maritalStatuses, parse: parseMaritalStatus }],
  ['occupation', { names: occupations, parse: parseOccupation }],
  ['health', { names: healthStates, parse: parseHealthState }],
  ['benefit', { names: benefits, parse: parseBenefit }],
  ['kind of disability', { names: disabilityCategories, parse: parseDisabilityCategory }],
  ['grade of disability', { names: disabilityGrades, parse: parseDisabilityGrade }],
  ['care tag', { names: careTags, parse: parseCareTag }],
]

describe.each(tables)('the table of %s', (_table, { names, parse }) => {
  const codes = Object.keys(names)
  it('reads each code and each name as itself, spread and wide ones too', () => {
    for (const code of codes) {
      const name = names[code] ?? ''
      const wide = code.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
      for (const text of [code, wide, name, ` ${name}\u3000`, [...name].join(' '), name.normalize('NFKC')])
        expect([text, parse(text)]).toEqual([text, code])
    }
  })
  it('has no name twice', () => {
    expect(new Set(Object.values(names)).size).toBe(codes.length)
  })
  it('gives a code of its own or nothing, whatever is written', () => {
    const text = fc.oneof(
      anyText([...Object.values(names).join(''), '0123456789 ０'].join(''), 6),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty'),
    )
    fc.assert(
      fc.property(text, (written) => {
        const code = parse(written)
        expect(code === undefined || codes.includes(code)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a cell with several care tags', () => {
  it('keeps each tag once and every word it does not know', () => {
    // Object.keys forgets the key type; the table is closed.
    const known = Object.keys(careTags) as (keyof typeof careTags)[]
    const word = fc.constantFrom(...known.map((code) => careTags[code]), '爱猫', '会计')
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 8 }),
        fc.constantFrom('、', '，', '；', '/', ' '),
        (words, between) => {
          const { tags, unknown } = parseCareTags(words.join(between))
          const names = tags.map((tag): string => careTags[tag])
          expect(new Set(names).size).toBe(names.length)
          expect(unknown).toEqual(words.filter((one) => one === '爱猫' || one === '会计'))
          expect(names).toEqual([...new Set(words.filter((one) => one !== '爱猫' && one !== '会计'))])
        },
      ),
    )
  })
})
