import type { Locator, Page } from '@playwright/test'

/** Unit: milliseconds on the page's own clock. */
export interface Span {
  readonly startedAt: number
  readonly doneAt: number
}

interface Shown {
  /** Shape: a CSS selector of the elements that may hold the text. */
  readonly selector: string
  readonly text: string
}

const timeLimitMs = 300_000

/** Clicks, and answers the time from that click to the frame that shows the text. */
export async function timeClick(page: Page, button: Locator, shown: Shown): Promise<Span> {
  await page.evaluate(
    ({ selector, text, limit }) => {
      const isShown = () =>
        [...document.querySelectorAll(selector)].some((one) => one.textContent.includes(text))
      if (isShown()) throw new Error(`shown before the click: ${selector}`)
      const until = (startedAt: number) =>
        new Promise<Span>((resolve, reject) => {
          const giveUp = setTimeout(() => reject(new Error(`never shown: ${selector}`)), limit)
          const look = () => {
            if (!isShown()) {
              requestAnimationFrame(look)
              return
            }
            clearTimeout(giveUp)
            const after = new MessageChannel()
            after.port1.onmessage = () => resolve({ startedAt, doneAt: performance.now() })
            after.port2.postMessage(null)
          }
          requestAnimationFrame(look)
        })
      const clicked = new Promise<Span>((resolve) => {
        addEventListener('click', (event) => resolve(until(event.timeStamp)), { capture: true, once: true })
      })
      Object.assign(globalThis, { benchSpan: clicked })
    },
    { ...shown, limit: timeLimitMs },
  )
  await button.click()
  return page.evaluate(() => (globalThis as unknown as { readonly benchSpan: Promise<Span> }).benchSpan)
}

/** From now on the page remembers the longest time between two of its frames. */
export async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watch = { longestGap: 0, frameCount: 0 }
    let last: number | undefined
    const frame = (at: number) => {
      watch.longestGap = Math.max(watch.longestGap, at - (last ?? at))
      watch.frameCount += 1
      last = at
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    Object.assign(globalThis, { benchFrames: watch })
  })
}

/** The longest time between two frames since the last question, in milliseconds, and how many frames there were. */
export async function framesSinceLastAsked(page: Page) {
  return page.evaluate(() => {
    const { benchFrames } = globalThis as unknown as {
      readonly benchFrames: { longestGap: number; frameCount: number }
    }
    const seen = { ...benchFrames }
    Object.assign(benchFrames, { longestGap: 0, frameCount: 0 })
    return seen
  })
}
