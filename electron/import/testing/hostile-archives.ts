import { book, bookEntries, randomText, type HostileRoster } from './hostile-book.ts'
import { rawZip, type RawEntry } from './raw-zip.ts'

function zip(
  name: string,
  ending: HostileRoster['ending'],
  entries: () => readonly RawEntry[],
): HostileRoster {
  return book(name, ending, () => ({ more: entries() }))
}

/** Workbooks whose archive is wrong. */
export const hostileArchives: readonly HostileRoster[] = [
  ...['../../x.xml', '/etc/x.xml', 'C:\\x.xml', '\\\\server\\x.xml', 'xl\\..\\..\\x.xml'].map((name) =>
    zip(`an entry called ${name}`, 'fileUnreadable', () => [{ name, content: '<a/>' }]),
  ),
  // Nothing is ever unpacked to the disk, where these names would do harm.
  ...['CON', 'x.xml. ', '\u0000x', ''].map((name) =>
    zip(`an entry called ${JSON.stringify(name)}`, 'read', () => [{ name, content: '<a/>' }]),
  ),
  zip('a name in GBK', 'read', () => [
    { name: Buffer.from([0xc3, 0xfb, 0xb5, 0xa5]), flags: 0, content: 'x' },
  ]),
  zip('a link instead of a file', 'read', () => [
    { name: 'xl/theme.xml', content: '/etc/passwd', method: 0, externalAttributes: 0xa1ff0000 },
  ]),
  zip('two entries of one name', 'read', () => [{ name: 'xl/workbook.xml', content: '<a/>' }]),
  zip('names that differ by case', 'read', () => [{ name: 'XL/WORKBOOK.XML', content: '<a/>' }]),
  zip('an unknown way of packing', 'fileUnreadable', () => [{ name: 'xl/a.xml', content: 'x', method: 99 }]),
  zip('an entry said to be locked', 'fileEncrypted', () => [
    { name: 'xl/a.xml', content: 'x', flags: 0x0801 },
  ]),
  zip('an entry said to be 4 GB', 'fileTooLarge', () => [
    { name: 'xl/a.xml', content: 'x', claimedSize: 0xfffffffe },
  ]),
  zip('an entry said to be empty', 'fileUnreadable', () => [
    { name: 'xl/a.xml', content: ' '.repeat(150_000_000), claimedSize: 0 },
  ]),
  zip('an entry packed 1,000 to 1', 'fileTooLarge', () => [
    { name: 'xl/a.xml', content: ' '.repeat(90_000_000) },
  ]),
  zip('archives in archives', 'fileUnsupported', () => [
    { name: 'xl/embeddings/x.zip', content: nestedZip(6) },
  ]),
  zip('2,001 entries', 'fileTooLarge', () =>
    Array.from({ length: 2001 }, (_, index) => ({ name: `xl/${index}.xml`, content: 'a' })),
  ),
  zip('one entry listed 1,000 times', 'fileUnreadable', () => {
    const first = { name: 'xl/a0.xml', content: randomText(1_000_000) }
    return [
      first,
      ...Array.from({ length: 1000 }, (_, index) => ({
        name: `xl/a${index + 1}.xml`,
        content: '',
        claimedSize: 1_000_000,
        claimedPackedSize: 750_000,
        offset: 0,
      })),
    ]
  }),
  {
    name: 'an end that says nothing is in it',
    fileName: 'a.xlsx',
    ending: 'fileUnsupported',
    bytes: () => rawZip(bookEntries({}), { entryCount: 0, directorySize: 0 }),
  },
  {
    name: 'an end that points beyond the file',
    fileName: 'a.xlsx',
    ending: 'fileUnreadable',
    bytes: () => rawZip(bookEntries({}), { directoryOffset: 0xfffffff0, directorySize: 0xfffffff0 }),
  },
  {
    name: 'an end that counts 65,535 entries',
    fileName: 'a.xlsx',
    ending: 'fileUnreadable',
    bytes: () => rawZip(bookEntries({}), { entryCount: 65_535 }),
  },
  {
    // Programs that write while they count use it for small files too.
    name: 'an archive in the form for more than 4 GB',
    fileName: 'a.xlsx',
    ending: 'read',
    bytes: () => zip64((directory) => directory),
  },
  {
    name: 'an archive that says its list is larger than any disk',
    fileName: 'a.xlsx',
    ending: 'fileUnreadable',
    bytes: () => zip64(({ count, offset }) => ({ count, size: 2n ** 60n, offset })),
  },
  {
    name: 'an archive that says its list lies beyond any disk',
    fileName: 'a.xlsx',
    ending: 'fileUnreadable',
    bytes: () => zip64(({ count, size }) => ({ count, size, offset: 2n ** 62n })),
  },
  {
    name: 'an archive that counts more entries than there are',
    fileName: 'a.xlsx',
    ending: 'fileUnreadable',
    bytes: () => zip64(({ size, offset }) => ({ count: 2n ** 40n, size, offset })),
  },
  {
    name: 'an archive that holds no workbook',
    fileName: 'a.xlsx',
    ending: 'fileUnsupported',
    bytes: () => rawZip([{ name: 'a.txt', content: 'x' }]),
  },
  {
    name: 'half an archive',
    fileName: 'a.xlsx',
    ending: 'fileUnreadable',
    bytes: () => rawZip(bookEntries({})).subarray(0, 700),
  },
]

/** Shape: where the list of entries is, as the longer form of the end says it. */
interface Directory {
  readonly count: bigint
  readonly size: bigint
  readonly offset: bigint
}

/** A small workbook whose end is in the longer form. Source: PKWARE's APPNOTE, 4.3.14 and 4.3.15. */
function zip64(lie: (directory: Directory) => Directory): Buffer {
  const short = rawZip(bookEntries({}))
  const end = short.subarray(-22)
  const body = short.subarray(0, -22)
  const { count, size, offset } = lie({
    count: BigInt(end.readUInt16LE(10)),
    size: BigInt(end.readUInt32LE(12)),
    offset: BigInt(end.readUInt32LE(16)),
  })
  const long = Buffer.alloc(56)
  long.write('PK\u0006\u0006', 'latin1')
  long.writeBigUInt64LE(44n, 4)
  long.writeUInt16LE(45, 12)
  long.writeUInt16LE(45, 14)
  for (const [at, value] of [
    [24, count],
    [32, count],
    [40, size],
    [48, offset],
  ] as const)
    long.writeBigUInt64LE(value, at)
  const locator = Buffer.alloc(20)
  locator.write('PK\u0006\u0007', 'latin1')
  locator.writeBigUInt64LE(BigInt(body.length), 8)
  locator.writeUInt32LE(1, 16)
  const marked = Buffer.from(end)
  marked.fill(0xff, 8, 20)
  return Buffer.concat([body, long, locator, marked])
}

function nestedZip(depth: number): Buffer {
  if (depth === 0) return Buffer.alloc(1_000_000)
  const inner = nestedZip(depth - 1)
  return rawZip(Array.from({ length: 10 }, (_, index) => ({ name: `${index}.zip`, content: inner })))
}
