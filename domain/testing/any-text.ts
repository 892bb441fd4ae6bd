import fc from 'fast-check'

/** Whatever may stand in a field: any code points at all, or only the characters that mean something there. */
export function anyText(meaningful: string, maxLength = 24): fc.Arbitrary<string> {
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength }),
    fc.string({ unit: fc.constantFrom(...meaningful), maxLength }),
  )
}
