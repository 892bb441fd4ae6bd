import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFault } from '../shim/fault-control.ts'
import { shimEnvironment } from './start-program.ts'

export const stickKinds = ['exfat', 'ntfs'] as const
export type StickKind = (typeof stickKinds)[number]

/** A stick with a file system of its own, served by a program: without it the stick is unplugged. */
export interface Stick {
  readonly folder: string
  /** As when somebody pulls it: nothing is flushed any more. */
  readonly unplug: () => void
  readonly putAway: () => Promise<void>
}

const makers: Readonly<Record<StickKind, readonly string[]>> = {
  exfat: ['mkfs.exfat'],
  ntfs: ['mkntfs', '-F', '-Q'],
}

/** An image of an empty stick. Unit of the size: MB. Throws: when the tools are not installed. */
export function makeStickImage(kind: StickKind, image: string, size: number): void {
  writeFileSync(image, '')
  truncateSync(image, size * 1024 * 1024)
  const [program = '', ...args] = makers[kind]
  execFileSync(program, [...args, image], { stdio: ['ignore', 'ignore', 'pipe'] })
}

/** Why no stick can be plugged in on this machine; null when it can. Missing tools are no reason: they can be had. */
export function whyNoStick(): string | null {
  return existsSync('/dev/fuse') && process.getuid?.() === 0
    ? null
    : 'this machine lets no file system of a program be mounted'
}

/** A stick that says it is larger than it is. */
export interface FakeStick {
  /** Unit: bytes; what is written beyond them vanishes, and nobody says so. */
  readonly realSize: number
  readonly control: string
}

/** Plugs a stick in. Throws: when it does not appear. */
export async function plugIn(
  kind: StickKind,
  image: string,
  folder: string,
  { isReadOnly = false, fake }: { readonly isReadOnly?: boolean; readonly fake?: FakeStick } = {},
): Promise<Stick> {
  mkdirSync(folder, { recursive: true })
  const options = [...(isReadOnly ? ['ro'] : []), ...(kind === 'ntfs' ? ['no_detach'] : [])]
  const optionArgs = options.length > 0 ? ['-o', options.join(',')] : []
  // exFAT's program takes nothing but a device, and stays in the foreground only when it is told to debug.
  const device = kind === 'exfat' ? loopDevice(image) : image
  const [program, args] = kind === 'exfat' ? ['mount.exfat-fuse', ['-d']] : ['ntfs-3g', []]
  if (fake !== undefined)
    setFault(fake.control, { calls: 0, error: 'vanishes', failAt: fake.realSize, isSticky: true })
  const watched = fake === undefined ? undefined : { folder: dirname(image), control: fake.control }
  const server = spawn(program, [...args, ...optionArgs, namedBeside(image, device), folder], {
    stdio: 'ignore',
    env: { ...process.env, ...shimEnvironment(watched) },
  })
  for (let tries = 0; !isMounted(folder); tries += 1) {
    if (tries > 200 || server.exitCode !== null) throw new Error(`the ${kind} stick does not appear`)
    await pause(20)
  }
  return {
    folder,
    unplug: () => void server.kill('SIGKILL'),
    putAway: async () => {
      await putAway(server, folder)
      if (device !== image) execFileSync('losetup', ['-d', device])
    },
  }
}

async function putAway(server: ChildProcess, folder: string): Promise<void> {
  const ended = server.exitCode === null && server.signalCode === null ? once(server, 'exit') : null
  execFileSync('umount', ended === null || server.killed ? ['-l', folder] : [folder])
  await ended
}

/** The shim watches the folder of the image, and must not see what goes through the other devices. */
function namedBeside(image: string, device: string): string {
  if (device === image) return image
  const name = `${image}.device`
  rmSync(name, { force: true })
  symlinkSync(device, name)
  return name
}

function loopDevice(image: string): string {
  return execFileSync('losetup', ['-f', '--show', image], { encoding: 'utf8' }).trim()
}

function isMounted(folder: string): boolean {
  return readFileSync('/proc/mounts', 'utf8').includes(` ${folder} `)
}
