/** The record that names a workbook formulas look into. Source: [MS-XLS] 2.4.271. */
const supportingBook = 0x01ae

/** What stands for the workbook itself and for functions of add-ins, in place of a file's name. */
const ownKinds = [0x0401, 0x3a01]

/** Whether the records of an old .xls name another file. */
export function hasExternalLinks(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let at = 0
  while (at + 4 <= stream.byteLength) {
    const type = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    const isWhole = length >= 4 && at + 8 <= stream.byteLength
    if (type === supportingBook && isWhole && !ownKinds.includes(view.getUint16(at + 6, true))) return true
    at += 4 + length
  }
  return false
}
