import { spawn } from 'node:child_process'
import { isWindows, projectFolder } from './project.mjs'

/**
 * Runs a program to its end and resolves to `{ code, output }`.
 * With `isQuiet` the output is collected instead of shown; `timeoutMs` ends a program that takes too long.
 */
export function runCommand(
  program,
  args,
  { cwd = projectFolder, env = process.env, isQuiet = false, timeoutMs } = {},
) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      timeout: timeoutMs,
    })
    const forward = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM']
    for (const signal of signals) process.on(signal, forward)
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    const stopForwarding = () => {
      for (const signal of signals) process.off(signal, forward)
    }
    child.on('error', (error) => {
      stopForwarding()
      reject(error)
    })
    child.on('close', (code) => {
      stopForwarding()
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs a program that must succeed. Throws: when it ends with another code than 0, with what it printed. */
export async function runOrFail(program, args, options = {}) {
  const { code, output } = await runCommand(program, args, options)
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with code ${code}\n${output}`)
  return output
}

/** Runs npm. Windows cannot start npm.cmd without a shell, so there the arguments must be plain words. */
export function runNpm(args, options) {
  return isWindows
    ? runOrFail('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], options)
    : runOrFail('npm', args, options)
}
