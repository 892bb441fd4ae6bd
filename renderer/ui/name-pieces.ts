const letterAndMiddleDot = /([^\u00b7]\u00b7)/u

/** The text in pieces that may be put on different lines; every second one, a letter with its middle dot, stays whole. */
export function namePieces(text: string): readonly string[] {
  return text.split(letterAndMiddleDot)
}
