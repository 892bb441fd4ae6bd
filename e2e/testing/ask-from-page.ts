import type { Page } from '@playwright/test'

interface Reply {
  readonly ok: boolean
  readonly value: unknown
  readonly failure: unknown
}

type Doors = Record<string, (input: unknown) => Promise<Reply>>

/** What a script in the page gets, whatever the page itself would show; undefined where there is no such channel. */
export function askFromPage(window: Page, channel: string, input: unknown): Promise<Reply | undefined> {
  return window.evaluate(
    async (asked) => {
      const doors = (globalThis as unknown as { ledger: Doors }).ledger
      return doors[asked.channel]?.(asked.input)
    },
    { channel, input },
  )
}
