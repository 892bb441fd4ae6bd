import type { CDPSession, Page } from '@playwright/test'
import { setTimeout } from 'node:timers/promises'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import { noFilter } from '../../domain/no-filter.ts'
import type { SearchKinds } from './search-words.ts'

/** Unit: milliseconds. A quick typist's pause, in which the app has come to rest. */
const pauseMs = 120
/** Unit: milliseconds. A slower key counts as this. */
const timeLimitMs = 800

/**
 * Types each word key by key and answers how long each key took, from its event to the frame with the new rows.
 * A key that leaves the number of people as it was shows nothing that can be timed, and is left out.
 * Unit: milliseconds. Throws: when the window shows another number than the ledger counts.
 */
export async function typeSearches(
  window: Page,
  words: SearchKinds<readonly string[]>,
): Promise<SearchKinds<readonly number[]>> {
  const keys = await window.context().newCDPSession(window)
  const times: Record<string, number[]> = {}
  for (const [kind, ofKind] of Object.entries(words)) {
    times[kind] = []
    for (const word of ofKind) times[kind].push(...(await typeWord(window, keys, word)))
  }
  // Made from the words' own kinds, one by one.
  return times as unknown as SearchKinds<readonly number[]>
}

async function typeWord(window: Page, keys: CDPSession, word: string): Promise<readonly number[]> {
  const search = window.getByLabel(residentLabels.list.search)
  await search.focus()
  await search.fill('')
  await setTimeout(pauseMs)
  const times: number[] = []
  let typed = ''
  let count = await ledgerCount(window, typed)
  for (const character of word) {
    typed += character
    await watchNextKey(window)
    await pressKey(keys, character)
    const { shownCount, took } = await keyAnswer(window)
    const right = await ledgerCount(window, typed)
    if (shownCount !== right && took < timeLimitMs)
      throw new Error('the window shows another count than the ledger')
    if (right !== count) times.push(took)
    count = right
    await setTimeout(pauseMs)
  }
  return times
}

/** A real key for every character, as an input method's last key is for a Chinese one. */
async function pressKey(keys: CDPSession, text: string): Promise<void> {
  await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text })
  await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })
}

/** The count over the list, its digits alone: the words around it change before the rows do. */
async function watchNextKey(window: Page): Promise<void> {
  await window.evaluate((limit) => {
    const shownCount = () =>
      Number((document.querySelector('main [role=status]')?.textContent ?? '').replaceAll(/\D/g, ''))
    const before = shownCount()
    const answer = new Promise((resolve) => {
      const watch = ({ timeStamp }: KeyboardEvent) => {
        const look = () => {
          const isLate = performance.now() - timeStamp > limit
          if (shownCount() === before && !isLate) {
            requestAnimationFrame(look)
            return
          }
          const after = new MessageChannel()
          after.port1.onmessage = () =>
            resolve({ shownCount: shownCount(), took: performance.now() - timeStamp })
          after.port2.postMessage(null)
        }
        requestAnimationFrame(look)
      }
      addEventListener('keydown', watch, { capture: true, once: true })
    })
    Object.assign(globalThis, { benchKey: answer })
  }, timeLimitMs)
}

interface KeyAnswer {
  readonly shownCount: number
  readonly took: number
}

function keyAnswer(window: Page): Promise<KeyAnswer> {
  return window.evaluate(() => (globalThis as unknown as { readonly benchKey: Promise<KeyAnswer> }).benchKey)
}

/** What the ledger itself counts, asked after the window was timed. */
async function ledgerCount(window: Page, search: string): Promise<number> {
  return window.evaluate(
    async (filter) => {
      const { ledger } = globalThis as unknown as {
        readonly ledger: Record<
          string,
          (input: unknown) => Promise<{ readonly value: { readonly totalCount: number } }>
        >
      }
      const reply = await ledger['resident.list']?.({ filter, offset: 0, limit: 1 })
      if (reply === undefined) throw new Error('no door for the list')
      return reply.value.totalCount
    },
    { ...noFilter, search },
  )
}
