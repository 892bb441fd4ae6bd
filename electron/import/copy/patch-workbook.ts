import type { SheetMarks } from '../../../domain/import-marks.ts'
import type { ZipPart } from '../unpack-zip.ts'
import { packageParts, relationshipsOf, sheetParts } from './package-parts.ts'
import { addComments } from './patch-comments.ts'
import { colouredSheet } from './patch-sheet.ts'
import { markStyles } from './patch-styles.ts'

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** The workbook with its faulty cells coloured and commented, or undefined where it is written in a way nobody patches. */
export function patchedWorkbook(
  original: readonly ZipPart[],
  marks: readonly SheetMarks[],
): readonly ZipPart[] | undefined {
  const parts = packageParts(original)
  const sheets = sheetParts(parts)
  const styleRelation = relationshipsOf(parts, 'xl/workbook.xml').find(({ type }) => type.endsWith('/styles'))
  const stylesPart = styleRelation?.part ?? ''
  const styles = markStyles(parts.text(stylesPart) ?? '')
  if (styles === undefined) return undefined
  for (const { sheetName, cells } of marks) {
    const sheetPart = sheets.get(sheetName)
    const text = sheetPart === undefined ? undefined : parts.text(sheetPart)
    if (sheetPart === undefined || text?.includes(mainNamespace) !== true) return undefined
    const coloured = colouredSheet(text, cells, styles)
    if (coloured === undefined) return undefined
    parts.put(sheetPart, coloured)
    addComments(parts, sheetPart, cells)
  }
  parts.put(stylesPart, styles.text())
  return parts.all()
}
