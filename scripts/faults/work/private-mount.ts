import { execFileSync } from 'node:child_process'

/** A small disk that only the program itself sees and that goes with it. */
export interface PrivateMount {
  readonly folder: string
  /** Unit: MB. */
  readonly size: number
}

/** Why no such disk can be had on this machine; null when it can. */
export function whyNoMount(folder: string): string | null {
  try {
    execFileSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return null
  } catch (error) {
    const text = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : ''
    return `this machine lets no private disk be mounted (${text})`
  }
}

/** The command that mounts the disk and then becomes the given program. */
export function mountedCommand(
  { folder, size }: PrivateMount,
  command: readonly string[],
): readonly string[] {
  const script = 'mount -t tmpfs -o size="$1"m tmpfs "$2" && shift 2 && exec "$@"'
  return ['unshare', '-rm', 'sh', '-c', script, 'sh', String(size), folder, ...command]
}
