import { rawZip, type RawEntry } from './raw-zip.ts'

/** What becomes of a file: it is read, or refused with one of these codes. */
type Ending = 'read' | 'fileTooLarge' | 'fileUnreadable' | 'fileUnsupported' | 'fileEncrypted'

export interface HostileRoster {
  readonly name: string
  readonly fileName: string
  readonly ending: Ending
  /** Made when it is its turn: some are large. */
  readonly bytes: () => Uint8Array
}

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
export const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const header = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>'

interface BookParts {
  /** Shape: XML after and before the rows of the one sheet. */
  readonly rows?: string
  readonly before?: string
  readonly after?: string
  readonly sharedStrings?: string
  readonly sheetNames?: readonly string[]
  readonly more?: readonly RawEntry[]
}

/** The entries of a small workbook, with whatever is to be wrong about it. */
export function bookEntries(parts: BookParts): RawEntry[] {
  const { rows = header, before = '', after = '', sharedStrings, sheetNames = ['名单'], more = [] } = parts
  const sheet = `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
  const ids = sheetNames.map((_, index) => index + 1)
  return [
    {
      name: '[Content_Types].xml',
      content: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${content}.sharedStrings+xml"/>${ids.map((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${content}.worksheet+xml"/>`).join('')}</Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheetNames.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${relations}">${ids.map((id) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`).join('')}<Relationship Id="rIdS" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${sharedStrings ?? ''}</sst>` },
    ...ids.map((id) => ({ name: `xl/worksheets/sheet${id}.xml`, content: sheet })),
    ...more,
  ]
}

/** A workbook with something wrong about it. */
export function book(name: string, ending: HostileRoster['ending'], parts: () => BookParts): HostileRoster {
  return { name, fileName: 'a.xlsx', ending, bytes: () => rawZip(bookEntries(parts())) }
}

let state = 1
/** Deterministic, and not to be packed away. */
export function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[index] = state >>> 16
  }
  return bytes
}

/** Text that can't be packed away either. */
export function randomText(length: number): string {
  return noise(Math.ceil((length * 3) / 4))
    .toString('base64')
    .slice(0, length)
}
