import type { Random } from '../random.ts'

const sectorLength = 512

/** A change of a file that the disk may or may not have when the power goes. */
export type FileChange =
  | { readonly kind: 'write'; readonly offset: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly length: number }

/** The bytes of a file while it is put together; what was never written is zero. */
export class GrowingFile {
  #bytes: Buffer
  #length: number

  constructor(start: Buffer) {
    this.#bytes = start
    this.#length = start.length
  }

  static from(other: GrowingFile): GrowingFile {
    return new GrowingFile(Buffer.from(other.content()))
  }

  content(): Buffer {
    return this.#bytes.subarray(0, this.#length)
  }

  apply(change: FileChange): void {
    if (change.kind === 'truncate') this.#resize(change.length)
    else this.#write(change.offset, change.bytes)
  }

  /** Of a write only some of the disk's sectors. */
  applyTorn(change: FileChange, random: Random): void {
    if (change.kind === 'truncate') {
      if (random.chance(0.5)) this.#resize(change.length)
      return
    }
    const { offset, bytes } = change
    for (let at = 0; at < bytes.length;) {
      const length = Math.min(sectorLength - ((offset + at) % sectorLength), bytes.length - at)
      if (random.chance(0.5)) this.#write(offset + at, bytes.subarray(at, at + length))
      at += length
    }
  }

  #write(offset: number, bytes: Buffer): void {
    if (offset + bytes.length > this.#length) this.#resize(offset + bytes.length)
    bytes.copy(this.#bytes, offset)
  }

  #resize(length: number): void {
    if (length > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(length, this.#bytes.length * 2))
      this.content().copy(larger)
      this.#bytes = larger
    }
    if (length > this.#length) this.#bytes.fill(0, this.#length, length)
    this.#length = length
  }
}
