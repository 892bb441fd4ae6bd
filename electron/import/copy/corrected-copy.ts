import { FailureError } from '../../../domain/failure.ts'
import type { SheetMarks } from '../../../domain/import-marks.ts'
import { fileKindOf } from '../file-kind.ts'
import { decodeText, readDelimitedText } from '../read-text.ts'
import { stemOf } from '../file-stem.ts'
import { isMarkupText } from '../read-roster-file.ts'
import { oldWorkbook, packedWorkbook, workbookOfMarkup } from '../read-workbook.ts'
import { unpackZip, type ZipPart } from '../unpack-zip.ts'
import { packZip } from './pack-zip.ts'
import { patchedWorkbook } from './patch-workbook.ts'
import { rewrittenWorkbook, workbookOfText } from './rewrite-workbook.ts'
import { packageParts, sheetParts } from './package-parts.ts'

/**
 * A roster for its sender: in its own layout, with the faulty cells coloured and what is wrong with each beside it. Of an
 * .xlsx only those cells are touched; anything else becomes an .xlsx. Throws: fileUnreadable and what reading throws.
 */
export async function correctedCopy(
  bytes: Uint8Array,
  fileName: string,
  marks: readonly SheetMarks[],
): Promise<Uint8Array> {
  if (fileKindOf(bytes) !== 'zip') return packZip(await marked(await asWorkbook(bytes, fileName), marks))
  const own = await unpackZip(bytes)
  return packZip(patchedWorkbook(own, marks) ?? (await marked(rewrittenWorkbook(packedWorkbook(own)), marks)))
}

async function marked(workbook: Uint8Array, marks: readonly SheetMarks[]): Promise<readonly ZipPart[]> {
  const parts = await unpackZip(workbook)
  const [only, ...others] = sheetParts(packageParts(parts)).keys()
  // A table that is no workbook has the name of its file, which may be none for a sheet.
  const renamed =
    only === undefined || others.length > 0 ? marks : marks.map((mark) => ({ ...mark, sheetName: only }))
  const patched = patchedWorkbook(parts, renamed)
  if (patched === undefined) throw new FailureError('fileUnreadable')
  return patched
}

async function asWorkbook(bytes: Uint8Array, fileName: string): Promise<Uint8Array> {
  if (fileKindOf(bytes) !== 'text') return rewrittenWorkbook(await oldWorkbook(bytes))
  const text = decodeText(bytes)
  if (isMarkupText(text)) return rewrittenWorkbook(workbookOfMarkup(text))
  return workbookOfText(stemOf(fileName), readDelimitedText(text))
}
