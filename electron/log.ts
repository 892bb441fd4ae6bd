import log from 'electron-log/main.js'
import { app } from 'electron'
import { join } from 'node:path'

/** Writes to the user's own log folder; callers pass codes and error kinds, never people's data. */
export function startLog(): void {
  log.transports.file.resolvePathFn = () => join(app.getPath('userData'), 'logs', 'main.log')
  log.transports.file.maxSize = 2 * 1024 * 1024
  log.transports.console.level = false
}

/** Records that something nobody expected went wrong: its kind and where, without its message. */
export function logUnexpected(where: string, error: unknown): void {
  const frames =
    error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : []
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  log.error(where, error instanceof Error ? error.name : typeof error, code, frames.slice(0, 8).join('\n'))
}

/** Records that a process of the program ended by itself; the reasons are Chromium's words, nobody's data. */
export function logProcessEnd(what: string, reason: string, exitCode: number): void {
  log.error('process ended', what, reason, exitCode)
}
