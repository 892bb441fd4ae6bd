import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, type FileEntry } from '@zip.js/zip.js'
import { crc32, inflateRawSync } from 'node:zlib'
import { FailureError } from '../../domain/failure.ts'
import { unsupported } from './refuse-file.ts'

/** Unit: counts and bytes; ratio is inflated to packed size and asked only of entries that could hurt. */
const zipLimits = {
  entries: 2_000,
  entryBytes: 100 * 1024 * 1024,
  totalBytes: 200 * 1024 * 1024,
  ratio: 200,
  ratioFromBytes: 1024 * 1024,
} as const

const activeParts = [
  { path: /vbaProject\.bin$/i, detail: 'macros' },
  { path: /(^|\/)(macrosheets|dialogsheets)\//i, detail: 'macros' },
  { path: /(^|\/)externalLinks\//i, detail: 'externalLinks' },
  { path: /(^|\/)embeddings\//i, detail: 'embeddings' },
] as const

const markupPart = /\.(xml|rels|vml)$/i
const documentType = /<!(DOCTYPE|ENTITY)/i

configure({ useWebWorkers: false })

/** Shape: an entry of an archive, inflated. */
export interface ZipPart {
  readonly name: string
  readonly content: Buffer
}

/**
 * Inflates every file of an archive within limits; no size in a header is believed.
 * Throws: fileTooLarge, fileEncrypted, fileUnsupported, fileUnreadable.
 */
export async function unpackZip(bytes: Uint8Array): Promise<readonly ZipPart[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes))
  const parts: ZipPart[] = []
  let entryCount = 0
  let totalBytes = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      entryCount += 1
      if (entryCount > zipLimits.entries) throw new FailureError('fileTooLarge')
      if (entry.encrypted) throw new FailureError('fileEncrypted')
      refuseActivePart(entry.filename)
      if (entry.directory) continue
      // Before inflating: what the header declares is set aside for it.
      refuseSize(entry.uncompressedSize, entry.compressedSize)
      totalBytes += entry.uncompressedSize
      if (totalBytes > zipLimits.totalBytes) throw new FailureError('fileTooLarge')
      parts.push({ name: entry.filename, content: await inflated(entry) })
    }
  } catch (error) {
    throw error instanceof FailureError ? error : new FailureError('fileUnreadable')
  } finally {
    await reader.close()
  }
  return parts
}

function refuseActivePart(name: string): void {
  const part = activeParts.find(({ path }) => path.test(name))
  if (part !== undefined) throw unsupported(part.detail)
}

function refuseSize(inflated: number, packed: number): void {
  const isBomb = inflated > zipLimits.ratioFromBytes && inflated > zipLimits.ratio * packed
  if (inflated > zipLimits.entryBytes || isBomb) throw new FailureError('fileTooLarge')
}

const stored = 0
const deflated = 8

/** More than the header declares, or something else than it was when it was packed, is no entry to be read. */
async function inflated(entry: FileEntry): Promise<Buffer> {
  const size = entry.uncompressedSize
  const packed = await entry.getData(new Uint8ArrayWriter(), { passThrough: 'compressed' })
  const content = unpacked(entry.compressionMethod, packed, size)
  if (content.length !== size || crc32(content) !== entry.crc32) throw new FailureError('fileUnreadable')
  if (markupPart.test(entry.filename) && documentType.test(content.toString('latin1', 0, 1024)))
    throw unsupported('documentType')
  return content
}

/** In one go: a stream of small pieces takes four times as long. */
function unpacked(method: number, packed: Uint8Array, size: number): Buffer {
  if (method === stored) return Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
  if (method !== deflated) throw new FailureError('fileUnreadable')
  // No buffer is larger than what the header declares; one byte more and this throws.
  return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size, 64) })
}
