import type { Page } from '@playwright/test'
import { pinyin } from 'pinyin-pro'
import type { Resident, ResidentRow } from '../../domain/resident.ts'

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
    'ID number': words(({ resident: { idNumber } }) => idNumber.slice(6, 14)),
    phone: words(({ resident: { phones } }) => (phones[0]?.number ?? '').slice(-6)),
    address: words(({ row: { address } }) => address.slice(0, 8)),
  }
}

interface FoundPerson {
  readonly row: ResidentRow
  readonly resident: Resident
}

async function peopleSpreadOver(window: Page): Promise<readonly FoundPerson[]> {
  return window.evaluate(async (count) => {
    const { ledger } = globalThis as unknown as { readonly ledger: Doors }
    const filter = { search: '', buildingId: null, careTag: null, ageBand: null, sort: 'address' }
    const page = async (offset: number) => {
      const reply = await ledger['resident.list']?.({ filter, offset, limit: 1 })
      // The contract's answer to this channel.
      return reply?.value as { readonly totalCount: number; readonly rows: readonly ResidentRow[] }
    }
    const { totalCount } = await page(0)
    const people: FoundPerson[] = []
    for (let order = 0; order < count; order += 1) {
      const [row] = (await page(Math.floor(((order + 0.5) * totalCount) / count))).rows
      const reply = await ledger['resident.get']?.({ id: row?.id })
      if (row !== undefined) people.push({ row, resident: reply?.value as Resident })
    }
    return people
  }, personCount)
}

function syllables(name: string): readonly string[] {
  return pinyin(name, { toneType: 'none', type: 'array' }).map((syllable) => syllable.toLowerCase())
}
