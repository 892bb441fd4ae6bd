import { expect, test } from '@playwright/test'
import { channelNames } from '../domain/channel-names.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { launchApp } from './testing/launch-app.ts'

type Doors = Readonly<Record<string, (input: unknown) => Promise<{ readonly ok: boolean }>>>

test('the bridge into the page is the contract and nothing else', async () => {
  const { app, window } = await launchApp()
  await window.getByRole('heading', { name: setupLabels.title }).waitFor()
  const surface = await window.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const bare = new Set(Object.getOwnPropertyNames(frame.contentWindow ?? window))
    const own = globalThis as unknown as Record<string, object>
    const kinds = (name: string) =>
      Object.entries(own[name] ?? {}).map(([key, value]) => `${key}: ${typeof value}`)
    return {
      added: Object.getOwnPropertyNames(window).filter(
        // The frame's own number, and what the schema library keeps for itself.
        (name) => !bare.has(name) && !/^(\d+|__zod_.*)$/.test(name),
      ),
      ledger: kinds('ledger'),
      events: kinds('ledgerEvents'),
    }
  })
  expect(surface.added.sort()).toEqual(['ledger', 'ledgerEvents'])
  expect(surface.ledger).toEqual(channelNames.map((name) => `${name}: function`))
  expect(surface.events).toEqual(['onProgress: function', 'onDesk: function'])
  await app.close()
})

test('a window the program did not open gets no answer, though it holds the same bridge', async () => {
  const { app, window } = await launchApp()
  await window.getByRole('heading', { name: setupLabels.title }).waitFor()
  const opened = app.waitForEvent('window')
  await app.evaluate(({ app, BrowserWindow }) => {
    const stranger = new BrowserWindow({
      webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, partition: 'linli' },
    })
    void stranger.loadURL('app://linli/index.html')
  })
  const stranger = await opened
  await stranger.waitForLoadState()
  const ask = (channel: string) =>
    stranger.evaluate(
      (name) => (globalThis as unknown as { readonly ledger: Doors }).ledger[name]?.({}),
      channel,
    )
  for (const channel of ['app.state', 'building.list', 'print.printers'])
    expect(await ask(channel)).toEqual({ ok: false, failure: { code: 'unexpected' } })
  await app.close()
})

test('a frame inside the page gets no bridge, and what is sent in its name is refused', async () => {
  const { app, window } = await launchApp()
  await window.getByRole('heading', { name: setupLabels.title }).waitFor()
  const bridge = await window.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return typeof (frame.contentWindow as unknown as { ledger?: unknown } | null)?.ledger
  })
  expect(bridge).toBe('undefined')
  // The handlers themselves, asked with the true senders that Electron would name.
  const answers = await app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const handlers = (
      ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: object, input: unknown) => Promise<unknown>>
      }
    )._invokeHandlers
    const sender = BrowserWindow.getAllWindows()[0]?.webContents
    const top = sender?.mainFrame
    const ask = (senderFrame: unknown) => handlers.get('app.state')?.({ sender, senderFrame }, {})
    return {
      frameCount: top?.frames.length,
      top: await ask(top),
      frame: await ask(top?.frames[0]),
      otherFrame: await ask({ url: top?.url }),
      gone: await ask(null),
    }
  })
  const refused = { ok: false, failure: { code: 'unexpected' } }
  expect(answers).toMatchObject({
    frameCount: 1,
    top: { ok: true },
    frame: refused,
    otherFrame: refused,
    gone: refused,
  })
  await app.close()
})
