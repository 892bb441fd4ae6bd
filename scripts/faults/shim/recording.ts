import { readFileSync } from 'node:fs'

/** One thing that a program did to its folder, in the order it happened; paths are relative to the folder. */
export type DiskEvent =
  | { readonly kind: 'create' | 'makeFolder' | 'remove' | 'sync' | 'failedSync'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'ack'; readonly text: string }

const headLength = 24

const plainKinds = { C: 'create', D: 'makeFolder', U: 'remove', S: 'sync', E: 'failedSync' } as const

/** Everything the shim wrote down. Throws: when the log is cut off or of another shape. */
export function readRecording(logPath: string): readonly DiskEvent[] {
  const log = readFileSync(logPath)
  const events: DiskEvent[] = []
  for (let at = 0; at < log.length;) {
    const kind = String.fromCharCode(log.readUInt32LE(at))
    const [oneLength, otherLength, dataLength] = [4, 8, 12].map((offset) => log.readUInt32LE(at + offset))
    const offset = Number(log.readBigInt64LE(at + 16))
    const oneEnd = at + headLength + (oneLength ?? 0)
    const otherEnd = oneEnd + (otherLength ?? 0)
    const end = otherEnd + (dataLength ?? 0)
    if (end > log.length) throw new Error('the recording is cut off')
    const path = log.toString('utf8', at + headLength, oneEnd)
    const to = log.toString('utf8', oneEnd, otherEnd)
    events.push(eventOf(kind, path, to, log.subarray(otherEnd, end), offset))
    at = end
  }
  return events
}

function eventOf(kind: string, path: string, to: string, bytes: Buffer, offset: number): DiskEvent {
  if (kind === 'W') return { kind: 'write', path, offset, bytes }
  if (kind === 'T') return { kind: 'truncate', path, length: offset }
  if (kind === 'R') return { kind: 'rename', path, to }
  if (kind === 'A') return { kind: 'ack', text: bytes.toString('utf8').trimEnd() }
  const known = Object.entries(plainKinds).find(([letter]) => letter === kind)?.[1]
  if (known === undefined) throw new Error('the recording holds something unknown')
  return { kind: known, path }
}
