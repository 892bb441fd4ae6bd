import log from 'electron-log/node.js'
import { app } from 'electron'
import { join } from 'node:path'
import { stackFrames } from './stack-frames.ts'

export function logFile(): string {
  return join(app.getPath('userData'), 'logs', 'main.log')
}

/** Writes to the user's own log folder; callers pass codes and error kinds, never people's data. */
export function startLog(): void {
  log.transports.file.resolvePathFn = logFile
  log.transports.file.maxSize = 2 * 1024 * 1024
  log.transports.console.level = false
}

/** Records that something nobody expected went wrong: its kind and where, without its message. */
export function logUnexpected(where: string, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  log.error(where, error instanceof Error ? error.name : typeof error, code, stackFrames(error))
}

/** Records that a process of the program ended by itself; the reasons are Chromium's words, nobody's data. */
export function logProcessEnd(what: string, reason: string, exitCode: number): void {
  log.error('process ended', what, reason, exitCode)
}
