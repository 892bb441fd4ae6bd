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

function nestedZip(depth: number): Buffer {
  if (depth === 0) return Buffer.alloc(1_000_000)
  const inner = nestedZip(depth - 1)
  return rawZip(Array.from({ length: 10 }, (_, index) => ({ name: `${index}.zip`, content: inner })))
}
