import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { strokeCountBlocks } from './codes/stroke-counts.ts'
import { strokeOrderLists } from './codes/stroke-order-lists.ts'
import { strokeCountOf, strokeSortKey } from './stroke-order.ts'

/** ICU keeps an entry of its own before the characters of each number of strokes. */
function icuStrokeCount(collator: Intl.Collator, character: string): number {
  let count = 0
  while (collator.compare(`\ufdd0${String.fromCodePoint(0x2801 + count)}`, character) <= 0) count += 1
  return count
}

function inOrder(names: readonly string[]): string[] {
  const keyed = names.map((name) => ({ name, key: strokeSortKey(name) }))
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ name }) => name)
}

describe('the order of honour lists (worked example 29)', () => {
  test.each([
    ['strokes of the first character, then their kinds', ['丁一', '王一', '文一', '林一', '欧一']],
    ['one-character given names before longer ones', ['高富', '高大富']],
    ['compound surnames by their first character', ['欧阳少东', '洪少东']],
    ['across before down before left-falling before dot before turning', ['王', '日', '毛', '方', '尹']],
    ['the kinds of later strokes where the first ones are alike', ['叶', '田', '史', '丘', '白', '包']],
    ['the second character within a family', ['王一', '王小', '王文', '王丁丁', '王小一']],
    ['families together, single surnames first', ['欧明', '欧少东', '欧阳明', '欧阳一一']],
    [
      'dots between parts, foreign names and unknown characters last',
      ['马强', '阿依·买', 'Anna', '\ue000明'],
    ],
  ])('%s', (_rule, names) => {
    expect(inOrder([...names].reverse())).toEqual(names)
    expect(inOrder(names)).toEqual(names)
  })
  it('knows the common surnames as NPC lists print them', () => {
    const printed = [...'丁刀于马王文尹孔邓石史白冯吕朱任刘江许李杨吴何张陈范林罗周郑赵胡侯高郭唐黄曹蒋谢']
    expect(inOrder([...printed].reverse())).toEqual(printed)
  })
  it('counts strokes as the standard samples do', () => {
    const counts = [...'一丁王文林欧堃龢'].map(strokeCountOf)
    expect(counts).toEqual([1, 2, 4, 4, 8, 8, 11, 22])
    expect([strokeCountOf('𠮷'), strokeCountOf('a'), strokeCountOf('')]).toEqual([6, undefined, undefined])
  })
})

describe('the tables', () => {
  it('has a stroke number for each of the 20,902 characters of the basic block', () => {
    for (let codePoint = 0x4e00; codePoint <= 0x9fa5; codePoint += 1)
      expect(strokeCountOf(String.fromCodePoint(codePoint))).toBeGreaterThan(0)
  })
  it('lists each character once, under the number of strokes it has', () => {
    const seen = new Set<string>()
    for (const [count, list] of Object.entries(strokeOrderLists)) {
      // Two letters of base 36, less what stands for unlisted ones.
      expect([...list].length).toBeLessThan(36 * 36 - 1)
      for (const character of list) {
        expect([character, strokeCountOf(character)]).toEqual([character, Number(count)])
        expect(seen.has(character)).toBe(false)
        seen.add(character)
      }
    }
    expect(seen.size).toBeGreaterThan(9000)
  })
  it('agrees with ICU on the number of strokes, but for how Taiwan counts a few components', () => {
    const collator = new Intl.Collator('zh-u-co-stroke')
    const differences = Object.values(strokeOrderLists).flatMap((list) =>
      [...list].map((character) => icuStrokeCount(collator, character) - (strokeCountOf(character) ?? 0)),
    )
    expect(differences.filter((one) => one === 0).length / differences.length).toBeGreaterThan(0.85)
    expect(differences.filter((one) => Math.abs(one) > 3).length).toBeLessThan(20)
  })
  it('leaves no gap between its blocks and their characters', () => {
    for (const { firstCodePoint, counts } of strokeCountBlocks)
      expect(strokeCountOf(String.fromCodePoint(firstCodePoint + counts.length - 1))).toBeGreaterThan(0)
  })
})

describe('whatever the name', () => {
  const anyName = fc.string({ unit: 'binary', maxLength: 12 })
  it('gives a plain key, the same each time, and never throws', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        expect(strokeSortKey(name)).toMatch(/^[!-~]*$/)
        expect(strokeSortKey(name)).toBe(strokeSortKey(name))
      }),
    )
  })
  it('keeps different names of Chinese characters apart', () => {
    const hanName = fc
      .array(fc.integer({ min: 0x4e00, max: 0x9fa5 }), { minLength: 1, maxLength: 4 })
      .map((points) => String.fromCodePoint(...points))
    fc.assert(
      fc.property(hanName, hanName, (one, other) => {
        expect(strokeSortKey(one) === strokeSortKey(other)).toBe(one === other)
      }),
    )
  })
})
