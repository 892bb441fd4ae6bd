import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { compiledShim } from '../shim/compile-shim.ts'
import { ackDescriptor } from './acknowledge.ts'
import { mountedCommand, type PrivateMount } from './private-mount.ts'

/** Which folder the shim watches, and what it does there. */
interface ShimOptions {
  readonly folder: string
  readonly log?: string
  readonly control?: string
}

interface ProgramEnd {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  /** Everything that was acknowledged, in order. */
  readonly acks: readonly string[]
  readonly errorText: string
}

export interface RunningProgram {
  readonly end: Promise<ProgramEnd>
  readonly kill: () => void
  readonly signal: (name: NodeJS.Signals) => void
}

const usualLongestMs = 900_000

interface StartOptions {
  readonly shim?: ShimOptions
  readonly mount?: PrivateMount
  readonly environment?: Readonly<Record<string, string>>
  /** It is ended by then. */
  readonly longestRunMs?: number
  readonly onAck?: (ack: string, count: number) => void
}

/** Starts one of the programs of this folder in a process of its own. */
export function startProgram(program: string, order: object, options: StartOptions = {}): RunningProgram {
  const command = [
    process.execPath,
    '--no-warnings',
    join(import.meta.dirname, program),
    JSON.stringify(order),
  ]
  const [file = '', ...args] = options.mount === undefined ? command : mountedCommand(options.mount, command)
  const child = spawn(file, args, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.environment, ...shimEnvironment(options.shim) },
    timeout: options.longestRunMs ?? usualLongestMs,
    killSignal: 'SIGKILL',
  })
  return {
    end: endOf(child, options.onAck),
    kill: () => void child.kill('SIGKILL'),
    signal: (name) => void child.kill(name),
  }
}

/** Runs a program that must end well. Throws: with what it printed when it does not. */
export async function runProgram(
  program: string,
  order: object,
  options: StartOptions = {},
): Promise<readonly string[]> {
  const { code, signal, acks, errorText } = await startProgram(program, order, options).end
  if (code !== 0) throw new Error(`${program} ended with ${String(code ?? signal)}: ${errorText}`)
  return acks
}

/** What makes a program run under the shim. */
export function shimEnvironment(shim: ShimOptions | undefined): NodeJS.ProcessEnv {
  if (shim === undefined) return {}
  return {
    LD_PRELOAD: compiledShim(),
    FAULTS_FOLDER: shim.folder,
    FAULTS_ACK_FD: String(ackDescriptor),
    ...(shim.log === undefined ? {} : { FAULTS_LOG: shim.log }),
    ...(shim.control === undefined ? {} : { FAULTS_CONTROL: shim.control }),
  }
}

async function endOf(child: ChildProcess, onAck?: (ack: string, count: number) => void): Promise<ProgramEnd> {
  const acks: string[] = []
  let errorText = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errorText += text))
  // The fourth pipe was asked for above.
  const lines = createInterface({ input: child.stdio[ackDescriptor] as Readable })
  lines.on('line', (line) => {
    acks.push(line)
    onAck?.(line, acks.length)
  })
  const linesRead = new Promise<void>((resolve) => lines.on('close', () => resolve()))
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode, exitSignal) => resolve([exitCode, exitSignal]))
  })
  await linesRead
  return { code, signal, acks, errorText }
}
