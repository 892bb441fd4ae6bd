import { existsSync } from 'node:fs'
import { isLinux } from '../setup/project.mjs'
import { runCommand } from '../setup/run-command.mjs'

/** Whether this machine can show a window to somebody. */
export function hasDisplay() {
  return !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Runs a program on the machine's display, or on a virtual one where there is none. */
export function runOnScreen(program, args, options) {
  if (hasDisplay()) return runCommand(program, args, options)
  if (!existsSync('/usr/bin/xvfb-run')) {
    throw new Error('There is no display, and no virtual one either. Please install xvfb.')
  }
  const screen = '--server-args=-screen 0 2048x1200x24'
  return runCommand('/usr/bin/xvfb-run', ['--auto-servernum', screen, program, ...args], options)
}
