/** Line by line, and a line of more characters than that in pieces, so that each can stand on one sheet. */
export function textPieces(text: string, longest: number): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((line) => {
    const characters = Array.from(line)
    return Array.from({ length: Math.max(1, Math.ceil(characters.length / longest)) }, (_, index) =>
      characters.slice(index * longest, (index + 1) * longest).join(''),
    )
  })
}
