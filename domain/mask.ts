const star = '*'

/** For screens and inner papers: the first 3 and the last 4 stay. Source: DOMAIN 10.2. */
export function maskIdNumber(idNumber: string): string {
  return maskMiddle(idNumber, 3, 4)
}

/** For public postings: the first 2 and the last 3 stay. Source: DOMAIN 10.2. */
export function maskIdNumberForPublic(idNumber: string): string {
  return maskMiddle(idNumber, 2, 3)
}

/** The first 3 and the last 4 digits stay. Source: DOMAIN 10.2. */
export function maskPhone(phone: string): string {
  return maskMiddle(phone, 3, 4)
}

function maskMiddle(text: string, headCount: number, tailCount: number): string {
  const characters = [...text]
  const hiddenCount = characters.length - headCount - tailCount
  // A text too short to keep both ends shows nothing at all.
  if (hiddenCount <= 0) return star.repeat(characters.length)
  return [
    ...characters.slice(0, headCount),
    ...Array<string>(hiddenCount).fill(star),
    ...characters.slice(characters.length - tailCount),
  ].join('')
}

/** For public postings: the middle of each part of the name is hidden. Source: DOMAIN 10.2. */
export function maskName(name: string): string {
  return name.split('\u00b7').map(maskNamePart).join('\u00b7')
}

function maskNamePart(part: string, _index: number, parts: readonly string[]): string {
  const characters = [...part]
  const [first = ''] = characters
  if (parts.length > 1 || characters.length <= 2)
    return first + star.repeat(Math.max(characters.length - 1, 0))
  return first + star.repeat(characters.length - 2) + (characters.at(-1) ?? '')
}
