import { crc32, deflateRawSync } from 'node:zlib'

/** One entry as an attacker may write it: what is not said is what an honest program would write. */
export interface RawEntry {
  readonly name: string | Uint8Array
  readonly content: Uint8Array | string
  /** 8 deflates, 0 stores; anything else is only claimed. */
  readonly method?: number
  readonly flags?: number
  readonly claimedSize?: number
  readonly claimedPackedSize?: number
  /** Points at another entry's data, so that both share it. */
  readonly offset?: number
  readonly externalAttributes?: number
}

interface RawEnd {
  readonly entryCount?: number
  readonly directorySize?: number
  readonly directoryOffset?: number
}

/** Writes an archive byte by byte, lies included. */
export function rawZip(entries: readonly RawEntry[], end: RawEnd = {}): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const { local, header } = writtenEntry(entry, offset)
    locals.push(local)
    central.push(header)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const tail = Buffer.alloc(22)
  tail.writeUInt32LE(0x06054b50, 0)
  tail.writeUInt16LE(end.entryCount ?? entries.length, 8)
  tail.writeUInt16LE(end.entryCount ?? entries.length, 10)
  tail.writeUInt32LE(end.directorySize ?? directory.length, 12)
  tail.writeUInt32LE(end.directoryOffset ?? offset, 16)
  return Buffer.concat([...locals, directory, tail])
}

function writtenEntry(entry: RawEntry, offset: number): { local: Buffer; header: Buffer } {
  const { method = 8, flags = 0x0800, claimedSize, claimedPackedSize, externalAttributes = 0 } = entry
  const name = Buffer.from(entry.name)
  const content = Buffer.from(entry.content)
  const packed = method === 8 ? deflateRawSync(content, { level: 9 }) : content
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(flags, 2)
  common.writeUInt16LE(method, 4)
  common.writeUInt32LE(crc32(content), 10)
  common.writeUInt32LE(claimedPackedSize ?? packed.length, 14)
  common.writeUInt32LE(claimedSize ?? content.length, 18)
  common.writeUInt16LE(name.length, 22)
  const attributes = Buffer.alloc(14)
  attributes.writeUInt32LE(externalAttributes, 6)
  attributes.writeUInt32LE(entry.offset ?? offset, 10)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, name, packed])
  const version = Buffer.from([20, 3])
  const header = Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), version, common, attributes, name])
  return { local, header }
}
