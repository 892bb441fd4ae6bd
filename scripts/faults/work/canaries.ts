/** Somebody who exists nowhere else, so that a trace of them is a leak. */
interface Canary {
  readonly name: string
  readonly note: string
  readonly phone: string
  readonly passport: string
  readonly address: string
}

const count = 10

export const canaries: readonly Canary[] = Array.from({ length: count }, (_, index) => ({
  // Characters that no file of the program holds in this order.
  name: `\u91d1\u4e1d\u96c0${String.fromCodePoint(0x9f8d + index)}`,
  note: `kanarienvogel-${index}-notiz`,
  phone: `1399${String(7_310_000 + index * 13)}`,
  passport: `EZ${String(4_620_000 + index * 17)}`,
  address: `\u91d1\u4e1d\u96c0\u5df7${90_000 + index * 7}\u53f7`,
}))

/** Every text to look for, in the bytes that files and memory of programs have them in. */
export function canaryBytes(): readonly Buffer[] {
  const texts = canaries.flatMap((canary) => Object.values(canary) as string[])
  return texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
}
