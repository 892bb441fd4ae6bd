import type { UnsupportedFileReason } from '../../domain/failure.ts'

/** What a file is by its first bytes; its extension is never asked. */
export type FileKind = 'zip' | 'compound' | 'biff' | 'text' | 'foreign'

const foreignHeads: readonly (readonly [string, UnsupportedFileReason | undefined])[] = [
  ['%PDF', 'pdf'],
  ['{\\rtf', 'textDocument'],
  ['Rar!', 'archive'],
  ['7z\u00bc\u00af', 'archive'],
  ['\u001f\u008b', 'archive'],
  ['\u0089PNG', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['\u00ff\u00d8\u00ff', 'picture'],
  ['ID;P', undefined],
]

/** Answers from magic bytes; text is everything without a NUL byte that nothing else claims. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'compound'
  if (isBareWorkbookStream(bytes)) return 'biff'
  if (foreignHeads.some(([start]) => isHead(head, start, bytes))) return 'foreign'
  if (hasWideByteOrderMark(bytes)) return 'text'
  return bytes.subarray(0, 4096).includes(0) ? 'foreign' : 'text'
}

/** What a foreign file is, where its first bytes tell. */
export function foreignReasonOf(bytes: Uint8Array): UnsupportedFileReason | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return foreignHeads.find(([start]) => isHead(head, start, bytes))?.[1]
}

/** Two letters may begin a text as well. */
function isHead(head: string, start: string, bytes: Uint8Array): boolean {
  return head.startsWith(start) && (start !== 'BM' || bytes.subarray(2, 64).includes(0))
}

function hasWideByteOrderMark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** Old programs write the workbook's records without the container around them: BOF of BIFF2 to BIFF8. */
function isBareWorkbookStream(bytes: Uint8Array): boolean {
  const [first, second, length, high] = bytes
  return (
    first === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(second ?? -1) && (length ?? 99) <= 16 && high === 0
  )
}
