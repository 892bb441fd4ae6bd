import { partialDateSchema, type PartialDate } from './calendar-date.ts'

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

/** Whether a text has been through a mask; no number people enter has such a character. */
export function isMasked(text: string): boolean {
  return /[*\uff0a]/.test(text)
}

/** A text of unknown contents, as a cell of somebody's file: whatever may be a number of a person is masked in it. */
export function maskLongNumbers(text: string): string {
  return text.replace(/\d(?:[ -]?\d){6,}[Xx]?/g, (number) =>
    /^\d{4}-\d{1,2}-\d{1,2}$/.test(number) ? number : maskMiddle(number, 3, 4),
  )
}

/** The year and month of a birth date; null when the year is not known. Source: DOMAIN 10.2. */
export function maskBirth(birthWhen: PartialDate): PartialDate | null {
  // Month and day without a year are all that there is to hide.
  return birthWhen.startsWith('XXXX') ? null : partialDateSchema.parse(birthWhen.slice(0, 7))
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
