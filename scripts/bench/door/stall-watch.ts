import type { BrowserWindow } from 'electron'

interface StallWatch {
  /** The longest time main's loop and the window's frames stood still. Unit: milliseconds. */
  readonly end: () => Promise<{ readonly mainMs: number; readonly frameMs: number }>
}

/** Watches main's own loop and the frames of a window from now on. */
export async function watchStalls(window: BrowserWindow): Promise<StallWatch> {
  await window.webContents.executeJavaScript(`{
    const watch = (globalThis.watch = { longest: 0, last: performance.now(), isOn: true })
    const frame = (at) => {
      watch.longest = Math.max(watch.longest, at - watch.last)
      watch.last = at
      if (watch.isOn) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  }`)
  let longest = 0
  let last = performance.now()
  const tick = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 1)
  return {
    end: async () => {
      const mainMs = Math.max(longest, performance.now() - last)
      clearInterval(tick)
      const frameMs = (await window.webContents.executeJavaScript(
        'globalThis.watch.isOn = false; globalThis.watch.longest',
      )) as number
      return { mainMs, frameMs }
    },
  }
}
