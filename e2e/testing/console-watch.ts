import type { RunningApp } from './launch-app.ts'

/**
 * Notes what every page complains about from now on, hidden print windows included: a broken security policy shows
 * itself as an error on the console. Shape: the answered function gives the messages so far.
 */
export async function watchConsole({ app }: RunningApp): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ app, webContents }) => {
    const complaints: string[] = []
    Object.assign(globalThis, { complaints })
    const watch = (contents: Electron.WebContents) => {
      // Electron 45 puts message and level into the event, older releases beside it.
      contents.on('console-message', (...seen: unknown[]) => {
        const [event, oldLevel, oldMessage] = seen as [{ level?: string; message?: string }, number?, string?]
        // Warnings are advice: Chromium gives some about the sandboxed document itself.
        const isComplaint = event.level === 'error' || (oldLevel ?? 0) >= 3
        if (isComplaint) complaints.push(event.message ?? oldMessage ?? '')
      })
    }
    for (const contents of webContents.getAllWebContents()) watch(contents)
    app.on('web-contents-created', (_event, contents) => watch(contents))
  })
  return () =>
    app.evaluate(() => (globalThis as unknown as { readonly complaints: readonly string[] }).complaints)
}
