import type { CDPSession, Page } from '@playwright/test'

/** A Chinese input method as the browser meets it. */
export interface InputMethod {
  /** Shows the letters typed so far, underlined, in the focused field. */
  readonly compose: (letters: string) => Promise<void>
  /** Takes a candidate: the composition ends with this text. */
  readonly take: (text: string) => Promise<void>
  /** Gives the composition up. */
  readonly giveUp: () => Promise<void>
  /** A key that is meant for the list of candidates; the page sees it all the same. */
  readonly press: (key: keyof typeof keyCodes) => Promise<void>
}

const keyCodes = { Enter: 13, Escape: 27, ArrowUp: 38, ArrowDown: 40 } as const

/** Some input methods let the key's own code through, others say only that they have taken it. */
const takenKeyCode = 229

/** Switches a Chinese input method on. */
export async function switchOnInputMethod(window: Page): Promise<InputMethod> {
  const devtools = await window.context().newCDPSession(window)
  const compose = async (text: string) => {
    await devtools.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  }
  return {
    compose,
    take: async (text) => {
      await devtools.send('Input.insertText', { text })
    },
    giveUp: () => compose(''),
    press: async (key) => {
      await sendKey(devtools, key, takenKeyCode)
      await sendKey(devtools, key, keyCodes[key])
    },
  }
}

async function sendKey(devtools: CDPSession, key: string, windowsVirtualKeyCode: number): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode }
  const text = key === 'Enter' && windowsVirtualKeyCode !== takenKeyCode ? { text: '\r' } : {}
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event, ...text })
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
}
