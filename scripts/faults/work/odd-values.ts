/** A value that no form is made for; written with escapes, because some of them are no text at all. */
export interface OddValue {
  readonly name: string
  readonly text: string
}

const fourByteHan = '\u{20bb7}'
const rareNames = ['\u{20164}', '\u{2a6a5}', '\u{2b73f}', '\u9fef', '\u3447', '\u4dae']

export const oddValues: readonly OddValue[] = [
  { name: 'four-byte Han', text: `${fourByteHan}\u91ce\u5bb6` },
  ...rareNames.map((text) => ({
    name: `rare character ${text.codePointAt(0)?.toString(16) ?? ''}`,
    text: `\u738b${text}`,
  })),
  { name: 'ideographic description', text: '\u2ff0\u738b\u6c34' },
  { name: 'variation selector', text: '\u845b\u{e0100}\u6587' },
  { name: 'private use', text: '\u738b\ue000' },
  { name: 'lone high surrogate', text: 'a\ud842b' },
  { name: 'lone low surrogate', text: 'a\udfb7b' },
  { name: 'surrogates in the wrong order', text: '\udfb7\ud842' },
  { name: 'NUL inside', text: 'before\u0000after' },
  { name: 'only NUL', text: '\u0000' },
  { name: 'control characters', text: 'a\u0001\u0007\u001b[31mb' },
  { name: 'line breaks', text: 'one\r\ntwo\u2028three' },
  { name: 'direction override', text: 'a\u202eb' },
  { name: 'combining marks', text: `e${'\u0301'.repeat(60)}` },
  { name: 'decomposed letters', text: 'Cafe\u0301' },
  { name: 'byte order mark', text: '\ufeffab' },
  { name: 'noncharacters', text: 'a\uffff\ufdd0b' },
  { name: 'replacement character', text: 'a\ufffdb' },
  { name: 'statement text', text: `'); DROP TABLE resident; --` },
  { name: 'property names', text: '__proto__' },
  { name: '10,000 characters', text: '\u738b'.repeat(10_000) },
  { name: '1,000,000 characters', text: `${fourByteHan}x`.repeat(333_333) },
]

export const hundredMegabytes: OddValue = { name: '100 MB', text: 'x'.repeat(100_000_000) }
