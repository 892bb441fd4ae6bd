/** Without 0, O, 1, I and L, which people mistake for each other. Their number is a prime, which the check needs. */
const symbols = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const base = BigInt(symbols.length)
const dataLength = 26
const codeLength = dataLength + 2
const groupLength = 4
const secretBits = 128n

/** Writes 128 random bits as seven groups of four; the last two symbols catch any two mistyped ones. */
export function formatRecoveryCode(secret: Uint8Array): string {
  const digits = withCheck(digitsOf(secret))
  const text = digits.map((digit) => symbols[digit]).join('')
  return (text.match(/.{4}/g) ?? []).join('-')
}

export type RecoveryCodeReading =
  | { readonly ok: true; readonly secret: Uint8Array }
  | { readonly ok: false; readonly reason: 'length' | 'symbol' | 'check' }

/** Reads a typed recovery code; spaces, dashes, full-width and small letters make no difference. */
export function readRecoveryCode(typed: string): RecoveryCodeReading {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  const digits = [...text].map((symbol) => symbols.indexOf(symbol))
  if (digits.includes(-1)) return { ok: false, reason: 'symbol' }
  if (digits.length !== codeLength) return { ok: false, reason: 'length' }
  const secret = secretOf(digits.slice(0, dataLength))
  if (!isSound(digits) || secret === null) return { ok: false, reason: 'check' }
  return { ok: true, secret }
}

/** Shape: the groups of a code, to print it in columns. */
export function recoveryCodeGroups(code: string): string[] {
  return code.split('-').filter((group) => group.length === groupLength)
}

function digitsOf(secret: Uint8Array): number[] {
  let rest = secret.reduce((value, byte) => value * 256n + BigInt(byte), 0n)
  const digits: number[] = []
  for (let place = 0; place < dataLength; place += 1) {
    digits.unshift(Number(rest % base))
    rest /= base
  }
  return digits
}

function secretOf(digits: readonly number[]): Uint8Array | null {
  let value = digits.reduce((sum, digit) => sum * base + BigInt(digit), 0n)
  if (value >= 1n << secretBits) return null
  const bytes = new Uint8Array(Number(secretBits) / 8)
  for (let index = bytes.length - 1; index >= 0; index -= 1) {
    bytes[index] = Number(value % 256n)
    value /= 256n
  }
  return bytes
}

/** Two check symbols make both the plain and the position-weighted sum of all symbols zero. */
function withCheck(data: readonly number[]): number[] {
  const size = symbols.length
  const plain = sumOf(data, () => 1)
  const weighted = sumOf(data, (position) => position)
  // Solves c1 + c2 = -plain and 27 c1 + 28 c2 = -weighted in the field of this size.
  const last = modulo(-weighted + (dataLength + 1) * plain, size)
  const first = modulo(-plain - last, size)
  return [...data, first, last]
}

function isSound(digits: readonly number[]): boolean {
  return sumOf(digits, () => 1) === 0 && sumOf(digits, (position) => position) === 0
}

function sumOf(digits: readonly number[], weightOf: (position: number) => number): number {
  return modulo(
    digits.reduce((sum, digit, index) => sum + digit * weightOf(index + 1), 0),
    symbols.length,
  )
}

function modulo(value: number, size: number): number {
  return ((value % size) + size) % size
}
