import type { Page } from '@playwright/test'
import { pinyin } from 'pinyin-pro'
import type { ResidentView } from '../../domain/resident-view.ts'
import { noFilter } from '../../domain/no-filter.ts'
import type { ResidentRow } from '../../domain/resident.ts'
import type { RevealGroup, RevealReason } from '../../domain/reveal.ts'

/** By what people are looked for. */
export type SearchKinds<T> = Readonly<
  Record<
    'pinyin initials' | 'full pinyin' | 'two characters of the name' | 'ID number' | 'phone' | 'address',
    T
  >
>

const personCount = 6

type Doors = Readonly<Record<string, (input: unknown) => Promise<{ readonly value: unknown }>>>

/** Words to look for some people by, who are spread over the whole list. */
export async function searchWordsOf(window: Page): Promise<SearchKinds<readonly string[]>> {
  const people = await peopleSpreadOver(window)
  const words = (wordOf: (person: FoundPerson) => string) =>
    people.map(wordOf).filter((word) => word.length > 1)
  return {
    'pinyin initials': words(({ resident: { name } }) =>
      syllables(name)
        .map(([initial]) => initial)
        .join(''),
    ),
    'full pinyin': words(({ resident: { name } }) => syllables(name).join('')),
    'two characters of the name': words(({ resident: { name } }) => [...name].slice(0, 2).join('')),
    'ID number': words(({ idNumber }) => idNumber.slice(6, 14)),
    phone: words(({ numbers }) => (numbers[0] ?? '').slice(-6)),
    address: words(({ row: { address } }) => address.slice(0, 8)),
  }
}

/** Numbers are whole: they were asked for as somebody at the desk does. */
interface FoundPerson {
  readonly row: ResidentRow
  readonly resident: ResidentView
  readonly idNumber: string
  readonly numbers: readonly string[]
}

async function peopleSpreadOver(window: Page): Promise<readonly FoundPerson[]> {
  return window.evaluate(
    async ({ count, filter }) => {
      const { ledger } = globalThis as unknown as { readonly ledger: Doors }
      const reason: RevealReason = { purpose: 'service', text: '' }
      // Each is the contract's answer to its channel.
      const ask = async <T>(channel: string, input: object) => (await ledger[channel]?.(input))?.value as T
      const page = (offset: number) =>
        ask<{ readonly totalCount: number; readonly rows: readonly ResidentRow[] }>('resident.list', {
          filter,
          offset,
          limit: 1,
        })
      const reveal = (id: number, group: RevealGroup) => ask<object>('resident.reveal', { id, group, reason })
      const { totalCount } = await page(0)
      const people: FoundPerson[] = []
      for (let order = 0; order < count; order += 1) {
        const [row] = (await page(Math.floor(((order + 0.5) * totalCount) / count))).rows
        if (row === undefined) continue
        people.push({
          row,
          resident: await ask<ResidentView>('resident.get', { id: row.id }),
          ...((await reveal(row.id, 'idNumber')) as { readonly idNumber: string }),
          ...((await reveal(row.id, 'phones')) as { readonly numbers: readonly string[] }),
        })
      }
      return people
    },
    { count: personCount, filter: noFilter },
  )
}

function syllables(name: string): readonly string[] {
  return pinyin(name, { toneType: 'none', type: 'array' }).map((syllable) => syllable.toLowerCase())
}
