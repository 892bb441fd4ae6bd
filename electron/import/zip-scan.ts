import { configure, Uint8ArrayReader, ZipReader, type FileEntry } from '@zip.js/zip.js'
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

/**
 * Lists the entries of an archive after inflating each one into nothing, so that no size in a header is believed.
 * Throws: fileTooLarge, fileEncrypted, fileUnsupported, fileUnreadable.
 */
export async function scanZip(bytes: Uint8Array): Promise<readonly string[]> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes))
  const names: string[] = []
  let totalBytes = 0
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      names.push(entry.filename)
      if (names.length > zipLimits.entries) throw new FailureError('fileTooLarge')
      if (entry.encrypted) throw new FailureError('fileEncrypted')
      refuseActivePart(entry.filename)
      if (entry.directory) continue
      // Before inflating: the parser allocates what the header declares.
      refuseSize(entry.uncompressedSize, entry.compressedSize)
      totalBytes += Math.max(entry.uncompressedSize, await inflatedBytes(entry))
      if (totalBytes > zipLimits.totalBytes) throw new FailureError('fileTooLarge')
    }
  } catch (error) {
    throw error instanceof FailureError ? error : new FailureError('fileUnreadable')
  } finally {
    await reader.close()
  }
  return names
}

function refuseActivePart(name: string): void {
  const part = activeParts.find(({ path }) => path.test(name))
  if (part !== undefined) throw unsupported(part.detail)
}

function refuseSize(inflated: number, packed: number): void {
  const isBomb = inflated > zipLimits.ratioFromBytes && inflated > zipLimits.ratio * packed
  if (inflated > zipLimits.entryBytes || isBomb) throw new FailureError('fileTooLarge')
}

async function inflatedBytes(entry: FileEntry): Promise<number> {
  let count = 0
  let head = ''
  let refusal: FailureError | null = null
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => {
      try {
        if (head.length < 1024) head += String.fromCharCode(...chunk.subarray(0, 1024))
        count += chunk.length
        refuseSize(count, entry.compressedSize)
      } catch (error) {
        // zip.js reports a failing sink with an error of its own.
        refusal = error instanceof FailureError ? error : new FailureError('fileUnreadable')
        throw refusal
      }
    },
  })
  try {
    await entry.getData(sink, { checkSignature: false })
  } catch (error) {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the sink sets it while data flows
    throw refusal ?? error
  }
  if (markupPart.test(entry.filename) && documentType.test(head)) {
    throw unsupported('documentType')
  }
  return count
}
