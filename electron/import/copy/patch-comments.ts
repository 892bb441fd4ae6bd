import { posix } from 'node:path'
import type { MarkedCell } from '../../../domain/import-marks.ts'
import { attributeOf, cellName, escaped } from './markup.ts'
import { relationshipsName, relationshipsOf, type PackageParts } from './package-parts.ts'
import { withCommentDrawing } from './patch-sheet.ts'

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const contentTypes = '[Content_Types].xml'

/** Puts a comment beside each of the cells, into those the sheet has or into new ones. */
export function addComments(parts: PackageParts, sheetPart: string, cells: readonly MarkedCell[]): void {
  const related = relationshipsOf(parts, sheetPart)
  const partOf = (kind: string) => related.find(({ type }) => type === `${types}/${kind}`)?.part
  const [comments, drawing] = [partOf('comments'), partOf('vmlDrawing')]
  const [commentText, drawingText] = [comments, drawing].map((part) =>
    part === undefined ? undefined : parts.text(part),
  )
  if (comments === undefined || commentText === undefined) addCommentPart(parts, sheetPart, cells)
  else parts.put(comments, withComments(commentText, cells))
  if (drawing !== undefined && drawingText !== undefined) {
    const fresh = cells.filter(({ row, column }) => !hasComment(commentText ?? '', row, column))
    parts.put(
      drawing,
      drawingText.replace(/<\/xml>\s*$/, () => `${shapes(fresh, takenShapes)}</xml>`),
    )
  } else addDrawingPart(parts, sheetPart, cells)
}

/** Unit: shapes; programs number the shapes of each sheet from a multiple of 1,024 on. */
const takenShapes = 900_000

function hasComment(text: string, row: number, column: number): boolean {
  return text.includes(` ref="${cellName(row, column)}"`)
}

/** A cell has one comment: what is said already stays above. */
function withComments(text: string, cells: readonly MarkedCell[]): string {
  const [, prefix = ''] = /<(\w+:)?comments\b/.exec(text) ?? []
  const added: MarkedCell[] = []
  let result = text
  for (const cell of cells) {
    const start = result.indexOf(` ref="${cellName(cell.row, cell.column)}"`)
    const end = start < 0 ? -1 : result.indexOf(`</${prefix}text>`, start)
    if (end < 0) added.push(cell)
    else result = result.slice(0, end) + run(`\n${cell.text}`, prefix) + result.slice(end)
  }
  const list = `</${prefix}commentList>`
  return result.replace(list, () => added.map((cell) => comment(cell, prefix)).join('') + list)
}

function comment({ row, column, text }: MarkedCell, prefix: string): string {
  return `<${prefix}comment ref="${cellName(row, column)}" authorId="0"><${prefix}text>${run(text, prefix)}</${prefix}text></${prefix}comment>`
}

function run(text: string, prefix: string): string {
  return `<${prefix}r><${prefix}t xml:space="preserve">${ascii(escaped(text))}</${prefix}t></${prefix}r>`
}

/** Parts are patched byte by byte: other characters are written as their numbers. */
function ascii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
}

function addCommentPart(parts: PackageParts, sheetPart: string, cells: readonly MarkedCell[]): void {
  const name = freeName(parts, 'xl/comments', '.xml')
  const list = cells.map((cell) => comment(cell, '')).join('')
  parts.put(
    name,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author></author></authors><commentList>${list}</commentList></comments>`,
  )
  addRelationship(parts, sheetPart, 'comments', name)
  addContentType(
    parts,
    `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`,
  )
}

function addDrawingPart(parts: PackageParts, sheetPart: string, cells: readonly MarkedCell[]): void {
  const name = freeName(parts, 'xl/drawings/vmlDrawing', '.vml')
  parts.put(
    name,
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${shapes(cells, 1024)}</xml>`,
  )
  const id = addRelationship(parts, sheetPart, 'vmlDrawing', name)
  parts.put(sheetPart, withCommentDrawing(parts.text(sheetPart) ?? '', id))
  const has = /<(?:\w+:)?Default\s[^>]*Extension="vml"/i.test(parts.text(contentTypes) ?? '')
  const kind = 'application/vnd.openxmlformats-officedocument.vmlDrawing'
  if (!has) addContentType(parts, `<Default Extension="vml" ContentType="${kind}"/>`)
}

/** The boxes of the comments, hidden until somebody points at the cell. */
function shapes(cells: readonly MarkedCell[], taken: number): string {
  return cells
    .map(({ row, column }, index) => {
      const anchor = [column + 1, 15, Math.max(row - 2, 0), 10, column + 5, 15, row + 4, 4].join(',')
      return `<v:shape id="_x0000_s${taken + index + 1}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
    })
    .join('')
}

function freeName(parts: PackageParts, stem: string, end: string): string {
  const taken = new Set(parts.names())
  let number = 1
  while (taken.has(`${stem}${number}${end}`)) number += 1
  return `${stem}${number}${end}`
}

function addRelationship(parts: PackageParts, sheetPart: string, kind: string, part: string): string {
  const name = relationshipsName(sheetPart)
  const empty =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const text = (parts.text(name) ?? empty).replace(
    /<(\w+:)?Relationships([^>]*)\/>\s*$/,
    '<$1Relationships$2></$1Relationships>',
  )
  const ids = new Set([...text.matchAll(/<[^>]*>/g)].map(([tag]) => attributeOf(tag, 'Id')))
  let number = 1
  while (ids.has(`rId${number}`)) number += 1
  const [, prefix = ''] = /<(\w+:)?Relationships\b/.exec(text) ?? []
  const target = posix.relative(posix.dirname(sheetPart), part)
  const tag = `<${prefix}Relationship Id="rId${number}" Type="${types}/${kind}" Target="${target}"/>`
  parts.put(
    name,
    text.replace(`</${prefix}Relationships>`, () => `${tag}</${prefix}Relationships>`),
  )
  return `rId${number}`
}

function addContentType(parts: PackageParts, tag: string): void {
  const text = parts.text(contentTypes) ?? ''
  const [, prefix = ''] = /<(\w+:)?Types\b/.exec(text) ?? []
  const own = tag.replace('<', `<${prefix}`)
  parts.put(
    contentTypes,
    text.replace(`</${prefix}Types>`, () => `${own}</${prefix}Types>`),
  )
}
