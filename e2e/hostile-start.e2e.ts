import { expect, test } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer, connect, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { recoveryTexts } from '../domain/labels/recovery.zh.ts'
import { launchArguments, newUserData } from './testing/launch-app.ts'

const started: ChildProcess[] = []
test.afterEach(() => {
  for (const app of started.splice(0)) app.kill('SIGKILL')
})

/** The package offices get, started by hand as nobody should. */
function startRelease(userData: string, ...switches: string[]) {
  const { args } = launchArguments(userData)
  const executable = process.env['LINLI_RELEASE_EXECUTABLE']
  if (executable === undefined) throw new Error('LINLI_RELEASE_EXECUTABLE names the released app')
  const app = spawn(executable, [...args, ...switches], { stdio: ['ignore', 'ignore', 'pipe'] })
  started.push(app)
  let said = ''
  app.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => app.once('exit', resolve))
  return { app, ended, said: () => said }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

for (const form of ['--remote-debugging-port=', '--inspect=', '--inspect-brk=127.0.0.1:']) {
  test(`the released app does not start with ${form} and nothing ever listens`, async () => {
    const userData = newUserData()
    const port = await freePort()
    const { app, ended, said } = startRelease(userData, `${form}${port}`)
    const deadline = Date.now() + 20_000
    while (app.exitCode === null && Date.now() < deadline) expect(await answers(port)).toBe(false)
    expect(app.exitCode).toBe(1)
    await ended
    expect(said()).toContain(recoveryTexts.startRefused.title)
    expect(existsSync(join(userData, 'DevToolsActivePort'))).toBe(false)
  })
}

for (const refused of ['--remote-debugging-pipe', '--js-flags=--expose-gc', '--disable-web-security']) {
  test(`the released app does not start with ${refused}`, async () => {
    const { ended, said } = startRelease(newUserData(), refused)
    expect(await ended).toBe(1)
    expect(said()).toContain(recoveryTexts.startRefused.title)
  })
}

test('without such a switch the released app starts, and a signal opens no debugger', async () => {
  const userData = newUserData()
  const { app, ended, said } = startRelease(userData)
  await expect.poll(() => readdirSync(userData), { timeout: 20_000 }).toContain('SingletonLock')
  app.kill('SIGUSR1')
  for (let tries = 0; tries < 20; tries += 1) {
    expect(await answers(9229)).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  expect(said()).not.toContain(recoveryTexts.startRefused.title)
  app.kill()
  await ended
})
