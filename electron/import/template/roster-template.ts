import { importFieldLabels } from '../../../domain/labels/import.zh.ts'
import { yesNoNames } from '../../../domain/labels/resident-text.zh.ts'
import { ownTemplateHint, templateHint, templateLabels } from '../../../domain/labels/roster-template.zh.ts'
import type { OwnField } from '../../../domain/own-field.ts'
import { codeFields, type CodeField } from '../../../domain/roster-import/code-fields.ts'
import { importFields } from '../../../domain/roster-import.ts'
import { cellName, escaped } from '../copy/markup.ts'
import { packZip } from '../copy/pack-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageSchema = 'http://schemas.openxmlformats.org/package/2006'
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Unit: rows that offer choices. */
const lastChoiceRow = 5000

/** The building, unit and room have columns of their own, which a spreadsheet program leaves alone. */
const builtInFields = importFields.filter((field) => field !== 'address')

/** Shape: one column of the roster, with the words it offers; none where it takes anything. */
interface TemplateColumn {
  readonly header: string
  readonly hint: string
  readonly words: readonly string[]
}

function columnsOf(ownFields: readonly OwnField[]): TemplateColumn[] {
  return [
    ...builtInFields.map((field) => ({
      header: importFieldLabels[field],
      hint: templateHint(field),
      words: wordsOf(codeFields[field]),
    })),
    ...ownFields
      .filter(({ isRetired }) => !isRetired)
      .map((field) => ({
        header: field.name,
        hint: ownTemplateHint(field.kind),
        words: ownWords(field),
      })),
  ]
}

/** A cell that may list several offers none: a spreadsheet program lets one alone be chosen. */
function wordsOf(table: CodeField | undefined): string[] {
  if (table === undefined || table.isList === true) return []
  return Object.entries(table.codes)
    .sort(byCode)
    .map(([, word]) => word)
}

/** Styles by their place in the list of styles.xml. */
const style = { text: 1, header: 2, hint: 3 } as const

/** An empty roster for other offices: cells that stay text, choices from the code tables, and a row of hints. */
export async function rosterTemplate(ownFields: readonly OwnField[]): Promise<Uint8Array> {
  const columns = columnsOf(ownFields)
  const parts: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relationships(['officeDocument', 'xl/workbook.xml'])],
    ['xl/workbook.xml', workbook()],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
        ['styles', 'styles.xml'],
      ),
    ],
    ['xl/styles.xml', styles()],
    ['xl/worksheets/sheet1.xml', rosterSheet(columns)],
    ['xl/worksheets/sheet2.xml', optionSheet(columns)],
  ]
  return packZip(parts.map(([name, text]) => ({ name, content: Buffer.from(declaration + text) })))
}

/** In the order in which the forms offer them. */
function ownWords({ kind, choices }: OwnField): string[] {
  if (kind === 'yesNo') return Object.values(yesNoNames)
  return choices.filter(({ isRetired }) => !isRetired).map(({ name }) => name)
}

function byCode([one]: [string, string], [other]: [string, string]): number {
  return /^\d+$/.test(one) && /^\d+$/.test(other) ? Number(one) - Number(other) : 0
}

function rosterSheet(columns: readonly TemplateColumn[]): string {
  const widths = `<cols><col min="1" max="${columns.length}" width="20" style="${style.text}" customWidth="1"/></cols>`
  const headers = columns.map(({ header }, column) => textCell(1, column, header, style.header))
  const hints = columns.map(({ hint }, column) => textCell(2, column, hint, style.hint))
  const rows = `<row r="1" ht="24" customHeight="1">${headers.join('')}</row><row r="2" ht="48" customHeight="1">${hints.join('')}</row>`
  const frozen = `<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`
  const lists = choicesOf(columns).map(choiceList)
  return `<worksheet xmlns="${main}">${frozen}${widths}<sheetData>${rows}</sheetData><dataValidations count="${lists.length}">${lists.join('')}</dataValidations></worksheet>`
}

interface Choice {
  /** Shape: zero-based position of the column. */
  readonly column: number
  readonly words: readonly string[]
}

/** The columns that take one of several words, in the order of the sheet of options. */
function choicesOf(columns: readonly TemplateColumn[]): Choice[] {
  return columns.flatMap(({ words }, column) => (words.length === 0 ? [] : [{ column, words }]))
}

function choiceList({ column, words }: Choice, place: number): string {
  const cells = `${cellName(3, column)}:${cellName(lastChoiceRow, column)}`
  const letters = cellName(1, place).replace('1', '')
  const source = `'${templateLabels.optionSheetName}'!$${letters}$1:$${letters}$${words.length}`
  return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" error="${templateLabels.wrongChoice}" sqref="${cells}"><formula1>${escaped(source)}</formula1></dataValidation>`
}

function optionSheet(columns: readonly TemplateColumn[]): string {
  const choices = choicesOf(columns)
  const rowCount = Math.max(...choices.map(({ words }) => words.length))
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const cells = choices.map(({ words }, column) =>
      words[index] === undefined ? '' : textCell(index + 1, column, words[index], style.text),
    )
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  return `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

function textCell(row: number, column: number, text: string, styleIndex: number): string {
  return `<c r="${cellName(row, column)}" s="${styleIndex}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
}

function workbook(): string {
  const { sheetName, optionSheetName } = templateLabels
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheetName}" sheetId="1" r:id="rId1"/><sheet name="${optionSheetName}" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>`
}

/** Format 49 is text: what is typed stays as it was typed. */
function styles(): string {
  const font = (more: string) => `<font>${more}<sz val="11"/><name val="${templateLabels.font}"/></font>`
  const fill = (colour: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
  const format = (font: number, fill: number, wrap: string) =>
    `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center"${wrap}/></xf>`
  const plain = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  return [
    `<styleSheet xmlns="${main}">`,
    `<fonts count="3">${font('')}${font('<b/>')}${font('<i/>')}</fonts>`,
    `<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE6EFEC')}${fill('FFF5F5F5')}</fills>`,
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="4">${plain}${format(0, 0, '')}${format(1, 2, '')}${format(2, 3, ' wrapText="1"')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('')
}

function relationships(...targets: readonly (readonly [string, string])[]): string {
  const tags = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${packageSchema}/relationships">${tags.join('')}</Relationships>`
}

function contentTypes(): string {
  const overrides = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/worksheets/sheet2.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
  ].map(
    ([part, kind]) => `<Override PartName="${part ?? ''}" ContentType="${contentType}.${kind ?? ''}+xml"/>`,
  )
  return `<Types xmlns="${packageSchema}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
}
