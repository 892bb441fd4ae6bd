import { z } from 'zod'

const separator = '\u00b7'
const separatorLikes = /\s*[\u00b7\u2022\u30fb\uff65\u2027\u22c5\u2219\u16eb\u0387]\s*/g
const stopBetweenHan = /(?<=\p{Script=Han})\s*[.\uff0e]\s*(?=\p{Script=Han})/gu
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/gu
const longestName = 100

/** A name as it is stored: every kind of dot between its parts becomes U+00B7. Source: DOMAIN 7.1. */
export function normalisePersonName(text: string): string {
  const trimmed = text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
  const dotted = trimmed.replace(separatorLikes, separator).replace(stopBetweenHan, separator)
  // Two-character names are often spread with a space to line up on paper.
  return dotted.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
}

export function codePointCount(text: string): number {
  return [...text].length
}

/** The characters of a name that mean something only on the computer they were typed on. */
export function privateUseCharacters(name: string): readonly string[] {
  return name.match(privateUse) ?? []
}

/** Answers whether a normalised text can be stored as a name. */
export function isPersonName(name: string): boolean {
  return name !== '' && codePointCount(name) <= longestName && name.isWellFormed() && !/\p{Cc}/u.test(name)
}

export const personNameSchema = z
  .string()
  .transform(normalisePersonName)
  .pipe(z.string().refine(isPersonName, 'personName'))
