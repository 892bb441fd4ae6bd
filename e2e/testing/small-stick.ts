import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { RunningApp } from './launch-app.ts'
import { launcher } from './write-protection.ts'

/** A stick that only the app sees, and that ends with it. */
export interface SmallStick {
  readonly folder: string
  /** What the app is started with. */
  readonly launcher: string
  readonly namesOn: (running: RunningApp) => readonly string[]
  readonly remove: (running: RunningApp, name: string) => void
  readonly makeReadOnly: (running: RunningApp) => void
}

/** Why there can be none on this machine, or null. */
export function stickObstacle(): string | null {
  return spawnSync('unshare', ['--mount', 'true']).status === 0 ? null : 'this account cannot mount a drive'
}

/** Unit: kilobytes. */
export function aSmallStick(userData: string, kilobytes: number): SmallStick {
  const folder = join(userData, '我的U盘')
  mkdirSync(folder)
  const inside = (running: RunningApp, ...command: string[]) => {
    const target = ['--mount', '--target', String(running.app.process().pid)]
    const { status, stdout } = spawnSync('nsenter', [...target, ...command])
    if (status !== 0) throw new Error(`${command.join(' ')} failed`)
    return stdout.toString()
  }
  return {
    folder,
    launcher: launcher(
      userData,
      `exec unshare --mount sh -c 'mount -t tmpfs -o size=${String(kilobytes)}k stick "$0" && exec "$@"' '${folder}' "$app" "$@"`,
    ),
    namesOn: (running) =>
      inside(running, 'ls', folder)
        .split('\n')
        .filter((name) => name !== ''),
    remove: (running, name) => void inside(running, 'rm', join(folder, name)),
    makeReadOnly: (running) => void inside(running, 'mount', '-o', 'remount,ro', folder),
  }
}
