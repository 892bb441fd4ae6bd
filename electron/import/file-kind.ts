/** What a file is by its first bytes; its extension is never asked. */
export type FileKind = 'zip' | 'compound' | 'biff' | 'text' | 'foreign'

const foreignHeads = [
  '%PDF',
  '{\\rtf',
  'Rar!',
  '7z\u00bc\u00af',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  'ID;P',
]

/** Answers from magic bytes; text is everything without a NUL byte that nothing else claims. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1')) return 'compound'
  if (isBareWorkbookStream(bytes)) return 'biff'
  if (foreignHeads.some((start) => head.startsWith(start))) return 'foreign'
  if (hasWideByteOrderMark(bytes)) return 'text'
  return bytes.subarray(0, 4096).includes(0) ? 'foreign' : 'text'
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
