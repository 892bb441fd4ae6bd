import { expect, test } from '@playwright/test'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { channelNames } from '../domain/channel-names.ts'
import { setupLabels } from '../domain/labels/setup.zh.ts'
import { hostilePage } from './testing/hostile-page.ts'
import { launchApp } from './testing/launch-app.ts'
import { openTrap } from './testing/trap-server.ts'

type Doors = Readonly<Record<string, (input: unknown) => Promise<{ readonly ok: boolean }>>>

test('a page taken over gets nothing out and nothing in', async () => {
  const trap = await openTrap()
  await new Promise<void>((resolve) => connect(trap.port, '127.0.0.1').on('close', () => resolve()))
  expect(trap.visits()).toBe(1)

  const { app, window } = await launchApp()
  await window.getByRole('heading', { name: setupLabels.title }).waitFor()
  const address = window.url()
  await app.evaluate(({ clipboard }) => clipboard.writeText('610103'))
  const outcomes = await window.evaluate(hostilePage, trap.port)
  // The stand-in runtime is older than Electron's permission check of this old command.
  const version = await app.evaluate(() => process.versions.electron)
  const known = Number.parseInt(version) < 34 ? ['pasting: went through: 610103'] : []
  expect(
    Object.entries(outcomes)
      .map(([name, outcome]) => `${name}: ${outcome}`)
      .filter((line) => !line.includes(': blocked: ')),
  ).toEqual(known)
  expect(Object.keys(outcomes).length).toBeGreaterThan(60)

  expect(trap.visits()).toBe(1)
  expect(window.url()).toBe(address)
  const { windowCount, downloads } = await app.evaluate(({ app, BrowserWindow }) => ({
    windowCount: BrowserWindow.getAllWindows().length,
    downloads: app.getPath('downloads'),
  }))
  expect(windowCount).toBe(1)
  expect(existsSync(join(downloads, 'hostile.exe'))).toBe(false)
  await app.close()
  await trap.close()
})

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
