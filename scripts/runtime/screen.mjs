import { existsSync } from 'node:fs'
import { isLinux } from '../setup/project.mjs'
import { runCommand } from '../setup/run-command.mjs'

/** Whether this machine can show a window to somebody. */
export function hasDisplay() {
  return !isLinux || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * How a program is started on the machine's display, or on a virtual one where there is none.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {{ program: string, args: readonly string[] }}
 */
export function onScreen(program, args) {
  if (hasDisplay()) return { program, args }
  if (!existsSync('/usr/bin/xvfb-run')) {
    throw new Error('There is no display, and no virtual one either. Please install xvfb.')
  }
  const screen = '--server-args=-screen 0 2048x1200x24'
  return { program: '/usr/bin/xvfb-run', args: ['--auto-servernum', screen, program, ...args] }
}

/** Runs a program on the machine's display, or on a virtual one where there is none. */
export function runOnScreen(program, args, options) {
  const start = onScreen(program, args)
  return runCommand(start.program, start.args, options)
}
