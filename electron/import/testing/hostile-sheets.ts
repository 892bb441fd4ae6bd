import { book, main, office, randomText, relations, type HostileRoster } from './hostile-book.ts'

const cell = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`
const inLine = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join('')

/** Workbooks whose sheets are wrong. */
export const hostileSheets: readonly HostileRoster[] = [
  book('a merge over the whole sheet', 'read', () => ({
    after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
  })),
  book('100,001 merges', 'fileTooLarge', () => ({
    after: `<mergeCells>${inLine(100_001, (index) => `<mergeCell ref="A${index + 1}:B${index + 1}"/>`)}</mergeCells>`,
  })),
  book('a validation over the whole sheet', 'read', () => ({
    after:
      '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
  })),
  book('a conditional format over the whole sheet', 'read', () => ({
    after:
      '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>',
  })),
  book('one cell in the far corner', 'fileTooLarge', () => ({
    rows: `<row r="1048576">${cell('XFD1048576', 'x')}</row>`,
  })),
  book('a dimension of everything', 'read', () => ({ before: '<dimension ref="A1:XFD1048576"/>' })),
  book('600,000 tiny rows', 'fileTooLarge', () => ({
    rows: inLine(600_000, (index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`),
  })),
  book('one cell of 90 MB', 'fileTooLarge', () => ({
    rows: `<row r="1">${cell('A1', randomText(90_000_000))}</row>`,
  })),
  book('10 MB of text that every cell refers to', 'fileTooLarge', () => ({
    sharedStrings: `<si><t>${randomText(10_000_000)}</t></si>`,
    rows: inLine(99_000, (index) => `<row r="${index + 1}"><c r="A${index + 1}" t="s"><v>0</v></c></row>`),
  })),
  book('a shared text that is not there', 'fileUnreadable', () => ({
    rows: '<row r="1"><c r="A1" t="s"><v>4294967295</v></c><c r="B1" t="s"><v>-1</v></c></row>',
  })),
  book('16,384 column definitions', 'read', () => ({
    before: `<cols>${inLine(16_384, (index) => `<col min="${index + 1}" max="16384" width="9"/>`)}</cols>`,
  })),
  book('a column definition without an end', 'read', () => ({
    before: '<cols><col min="1" max="4294967295" width="9"/></cols>',
  })),
  book('255 sheets', 'read', () => ({
    sheetNames: Array.from({ length: 255 }, (_, index) => `表${index}`),
  })),
  book('sheets named like parts of the language', 'read', () => ({
    sheetNames: ['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  })),
  book('a sheet with a name of 65,000 characters', 'fileUnreadable', () => ({
    sheetNames: ['名'.repeat(65_000)],
  })),
  book('headers named like parts of the language', 'read', () => ({
    rows: `<row r="1">${['__proto__', 'toString', 'constructor'].map((name, index) => cell(`${'ABC'[index] ?? ''}1`, name)).join('')}</row>`,
  })),
  book('negative and absurd row numbers', 'fileTooLarge', () => ({
    rows: `<row r="-5">${cell('A-5', 'x')}</row><row r="99999999">${cell('A99999999', 'y')}</row>`,
  })),
  book('a cell that is nowhere', 'read', () => ({
    rows: `<row r="1">${cell('ZZZZZZZ1', 'x')}${cell('1', 'y')}${cell('', 'z')}</row>`,
  })),
  book('numbers without measure', 'read', () => ({
    rows: '<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>NaN</v></c><c r="C1" t="d"><v>-271821-04-20</v></c></row>',
  })),
  book('a style that is not there', 'read', () => ({
    rows: '<row r="1"><c r="A1" s="99999"><v>1</v></c></row>',
  })),
  book('a formula that starts a program', 'read', () => ({
    rows: `<row r="1"><c r="A1" t="str"><f>=cmd|'/c calc'!A1</f><v>=cmd|'/c calc'!A1</v></c></row>`,
  })),
  book('a link to the outside', 'read', () => ({
    after: `<hyperlinks xmlns:r="${office}"><hyperlink ref="A1" r:id="rIdX"/></hyperlinks>`,
    more: [
      {
        name: 'xl/worksheets/_rels/sheet1.xml.rels',
        content: `<Relationships xmlns="${relations}"><Relationship Id="rIdX" Type="${office}/hyperlink" Target="http://127.0.0.1:9/" TargetMode="External"/></Relationships>`,
      },
    ],
  })),
  book('tags nested 100,000 deep', 'read', () => ({
    rows: `<row r="1"><c r="A1" t="inlineStr"><is>${'<r>'.repeat(100_000)}</is></c></row>`,
  })),
  book('a tag that never ends', 'fileTooLarge', () => ({
    rows: `<row r="1"><c r="A1" ${'a'.repeat(5_000_000)}`,
  })),
  book('half a million comments', 'fileTooLarge', () => ({ rows: '<!--'.repeat(500_000) })),
  book('entities within entities', 'fileUnsupported', () => ({
    more: [
      {
        name: 'xl/styles.xml',
        content: `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&d;&d;">]><styleSheet xmlns="${main}"/>`,
      },
    ],
  })),
  book('macros', 'fileUnsupported', () => ({ more: [{ name: 'xl/vbaProject.bin', content: 'x' }] })),
  book('links to other files', 'fileUnsupported', () => ({
    more: [{ name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }],
  })),
]
