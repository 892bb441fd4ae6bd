import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { connectDevTools, type DevTools } from './devtools.ts'
import { startQuestions, type PageMarks } from './start-page.ts'

const timeLimitMs = 60_000
const askEveryMs = 5

/** Unit: milliseconds since the program was spawned. */
export interface AppStart {
  /** The window begins to load its page. */
  readonly pageBegun: number
  /** Anything at all is painted. */
  readonly firstPaint: number
  /** What the page is for is painted. */
  readonly painted: number
  /** A key pressed then is answered by a painted frame: the program can be used. */
  readonly usable: number
}

/** Starts a program as a user does, presses a key as soon as the page is painted, and ends it again. */
export async function measureStart(
  executable: string,
  args: readonly string[],
  marks: PageMarks,
): Promise<AppStart> {
  const spawnedAt = performance.timeOrigin + performance.now()
  // Only a program that a test drives, which --inspect tells, may open the other door.
  const program = spawn(executable, [...args, '--inspect=0', '--remote-debugging-port=0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(program, 'exit')
  const limit = setTimeout(() => program.kill('SIGKILL'), timeLimitMs)
  try {
    const devTools = await connectDevTools(await debuggingAddress(program))
    const start = await useFirstPage(devTools, marks)
    // It ends before it answers.
    await devTools.send('Browser.close').catch(() => undefined)
    await ended
    return {
      pageBegun: start.pageBegun - spawnedAt,
      firstPaint: start.firstPaint - spawnedAt,
      painted: start.painted - spawnedAt,
      usable: start.usable - spawnedAt,
    }
  } finally {
    clearTimeout(limit)
    program.kill('SIGKILL')
  }
}

async function debuggingAddress(program: ChildProcessByStdio<null, null, Readable>): Promise<string> {
  for await (const line of createInterface(program.stderr)) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address === undefined) continue
    // Nobody reads on, and a full pipe would stop the program.
    program.stderr.resume()
    return address
  }
  throw new Error('the program ended without opening its debugging door')
}

async function useFirstPage(devTools: DevTools, marks: PageMarks): Promise<AppStart> {
  const sessionId = await attachToFirstPage(devTools)
  const questions = startQuestions(marks)
  const ask = (part: keyof AppStart) => askUntilKnown(devTools, sessionId, questions[part])
  const painted = await ask('painted')
  const key = { key: 'a', code: 'KeyA', windowsVirtualKeyCode: 65 }
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'a', ...key }, sessionId)
  await devTools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }, sessionId)
  const usable = await ask('usable')
  return { pageBegun: await ask('pageBegun'), firstPaint: await ask('firstPaint'), painted, usable }
}

async function attachToFirstPage(devTools: DevTools): Promise<string> {
  const targetId = await new Promise<string>((resolve) => {
    devTools.on('Target.targetCreated', ({ targetInfo }) => {
      const { type, targetId: id } = targetInfo as { readonly type: string; readonly targetId: string }
      if (type === 'page') resolve(id)
    })
    void devTools.send('Target.setDiscoverTargets', { discover: true })
  })
  const { sessionId } = await devTools.send('Target.attachToTarget', { targetId, flatten: true })
  return String(sessionId)
}

/**
 * The first page of a window is an empty one, and a question may vanish with it unanswered.
 * So the page is asked again and again; the time itself is taken in the page.
 */
function askUntilKnown(devTools: DevTools, sessionId: string, expression: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = setInterval(() => {
      devTools
        .send('Runtime.evaluate', { expression, returnByValue: true }, sessionId)
        .then((reply) => {
          const time = timeIn(reply)
          if (time === 0) return
          clearInterval(asking)
          resolve(time)
        })
        .catch((error: unknown) => {
          clearInterval(asking)
          reject(error instanceof Error ? error : new Error('the page does not answer'))
        })
    }, askEveryMs)
  })
}

function timeIn({ result }: Readonly<Record<string, unknown>>): number {
  const { value } = result as { readonly value?: unknown }
  if (typeof value !== 'number') throw new Error('the page gave no time')
  return value
}
