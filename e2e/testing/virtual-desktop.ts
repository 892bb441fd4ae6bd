import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What moves, minimizes and closes the windows of a screen. */
export interface WindowManager {
  readonly end: () => Promise<void>
}

/** A virtual screen has none; a desktop keeps its own. Answers null where there is none to be had. */
export async function startWindowManager(): Promise<WindowManager | null> {
  if (process.platform !== 'linux') return { end: () => Promise.resolve() }
  const settings = join(mkdtempSync(join(tmpdir(), 'linli-screen-')), 'settings')
  writeFileSync(settings, '<JWM></JWM>')
  const manager = spawn('jwm', ['-f', settings], { stdio: 'ignore' })
  const ended = once(manager, 'exit').catch(() => undefined)
  try {
    await once(manager, 'spawn')
  } catch {
    return null
  }
  return {
    end: async () => {
      manager.kill()
      await ended
    },
  }
}
