import { createCipheriv, createDecipheriv, createHmac, pbkdf2Sync } from 'node:crypto'

/*
 * The pages of an encrypted ledger, opened and sealed without SQLite.
 * Source: SQLCipher 4: AES-256-CBC by page; at the end of each page 80 bytes are kept: the initial value, then an
 * HMAC-SHA-512 of what is before it and of the page's number, by a key of its own.
 */

const pageLength = 4096
const valueLength = 16
const sealLength = 64
const keptLength = valueLength + sealLength
/** The first page begins with the salt, which is no secret. */
const saltLength = 16

/** Every page of an encrypted file as it stands, the free ones too, which SQLite itself would not show. */
export function openedPages(file: Buffer, key: Buffer): Buffer[] {
  const pages: Buffer[] = []
  for (let at = 0; at < file.length; at += pageLength) {
    const end = at + pageLength - keptLength
    const cipher = createDecipheriv('aes-256-cbc', key, file.subarray(end, end + valueLength))
    const start = at === 0 ? saltLength : 0
    const plain = [cipher.setAutoPadding(false).update(file.subarray(at + start, end)), cipher.final()]
    pages.push(Buffer.concat([file.subarray(at, at + start), ...plain]))
  }
  return pages
}

/** The file that these pages make, sealed as whoever has the key can seal them. */
export function sealedPages(pages: readonly Buffer[], key: Buffer): Buffer {
  const salt = (pages[0] ?? Buffer.alloc(0)).subarray(0, saltLength)
  const sealSalt = Buffer.from(salt.map((byte) => byte ^ 0x3a))
  const sealKey = pbkdf2Sync(key, sealSalt, 2, 32, 'sha512')
  const sealed = pages.map((page, index) => {
    const start = index === 0 ? saltLength : 0
    // Any initial value will do; equal files are easier to look into.
    const value = Buffer.alloc(valueLength, index)
    const cipher = createCipheriv('aes-256-cbc', key, value).setAutoPadding(false)
    const body = Buffer.concat([cipher.update(page.subarray(start)), cipher.final(), value])
    const number = Buffer.alloc(4)
    number.writeUInt32LE(index + 1)
    const seal = createHmac('sha512', sealKey).update(body).update(number).digest()
    return Buffer.concat([page.subarray(0, start), body, seal])
  })
  return Buffer.concat(sealed)
}
