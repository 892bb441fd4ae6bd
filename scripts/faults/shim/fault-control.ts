import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { constants } from 'node:os'

/** The kinds of calls that can be made to fail; added up they mean any of them. */
export const calls = {
  write: 1,
  sync: 2,
  openForWriting: 4,
  truncate: 8,
  name: 16,
  read: 32,
  remove: 64,
  /** Of a file that is not a database: SQLite opens its own for reading too. */
  openToReplace: 128,
  openToRead: 256,
} as const

const { ENOSPC, EIO, EROFS, EPERM, EBUSY, EACCES, ENOENT, EBADF } = constants.errno
const errorNumbers = {
  ...{ ENOSPC, EIO, EROFS, EPERM, EBUSY, EACCES, ENOENT, EBADF },
  ...{ dies: -1, lies: -2, vanishes: -3, stops: -4 },
} as const

/** What a system may answer instead of doing it. */
export type SystemError = Exclude<keyof typeof errorNumbers, 'dies' | 'lies' | 'vanishes' | 'stops'>

export interface Fault {
  /** Sum of `calls`. */
  readonly calls: number
  /**
   * `dies` ends the process at the call, `stops` halts it there until it is told to go on; a flush that `lies` does
   * nothing and says that all is well; what is written beyond `failAt` bytes of a file `vanishes`.
   */
  readonly error: keyof typeof errorNumbers
  /** Shape: 1 for the first matching call from now on; 0 only counts. */
  readonly failAt: number
  /** True: every later call fails too, until the fault is lifted. */
  readonly isSticky: boolean
  /** True: half of the data is written before the error. */
  readonly isShort?: boolean
  /** Unit: milliseconds after the first failure; without it a sticky fault stays until it is lifted. */
  readonly healsAfter?: number
}

export interface FaultCounts {
  readonly seenCount: number
  readonly failedCount: number
}

const length = 48

/** An empty control file for the shim; the program under it must be started with its path. */
export function makeControlFile(path: string): void {
  const descriptor = openSync(path, 'w')
  writeSync(descriptor, Buffer.alloc(length))
  closeSync(descriptor)
}

/** Sets a fault for the process that runs with this control file, at once. */
export function setFault(
  path: string,
  { calls: kinds, error, failAt, isSticky, isShort = false, healsAfter = 0 }: Fault,
): void {
  const bytes = Buffer.alloc(length)
  bytes.writeInt32LE(kinds, 4)
  bytes.writeInt32LE(errorNumbers[error], 8)
  bytes.writeInt32LE(isSticky ? 1 : 0, 12)
  bytes.writeInt32LE(isShort ? 1 : 0, 16)
  bytes.writeInt32LE(healsAfter, 20)
  bytes.writeBigInt64LE(BigInt(failAt), 24)
  overwrite(path, bytes, 0)
  overwrite(path, Buffer.from([1, 0, 0, 0]), 0)
}

/** Lifts the fault: the disk is as good as before. Answers how many calls were seen and how many failed. */
export function liftFault(path: string): FaultCounts {
  overwrite(path, Buffer.alloc(4), 0)
  return readCounts(path)
}

/** How many matching calls there were since the fault was set. */
export function readCounts(path: string): FaultCounts {
  const bytes = Buffer.alloc(length)
  const descriptor = openSync(path, 'r')
  readSync(descriptor, bytes, 0, length, 0)
  closeSync(descriptor)
  return { seenCount: Number(bytes.readBigInt64LE(32)), failedCount: Number(bytes.readBigInt64LE(40)) }
}

function overwrite(path: string, bytes: Buffer, position: number): void {
  const descriptor = openSync(path, 'r+')
  writeSync(descriptor, bytes, 0, bytes.length, position)
  closeSync(descriptor)
}
