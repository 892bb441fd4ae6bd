import { posix } from 'node:path'
import type { ZipPart } from '../unpack-zip.ts'
import { attributeOf, unescaped } from './markup.ts'

/** The parts of a workbook while some of them are changed and others are added; all else stays as it came. */
export interface PackageParts {
  readonly names: () => readonly string[]
  readonly text: (name: string) => string | undefined
  readonly put: (name: string, text: string) => void
  readonly all: () => readonly ZipPart[]
}

/** Shape: one character for each byte, so that what is not touched keeps its bytes; what is put in is ASCII. */
export function packageParts(parts: readonly ZipPart[]): PackageParts {
  const contents = new Map(parts.map(({ name, content }) => [name, content]))
  return {
    names: () => [...contents.keys()],
    text: (name) => contents.get(name)?.toString('latin1'),
    put: (name, text) => contents.set(name, Buffer.from(text, 'latin1')),
    all: () => [...contents].map(([name, content]) => ({ name, content })),
  }
}

export interface Relationship {
  readonly id: string
  readonly type: string
  /** Shape: full name of the part. */
  readonly part: string
}

/** What a part refers to. */
export function relationshipsOf(parts: PackageParts, part: string): Relationship[] {
  const text = parts.text(relationshipsName(part)) ?? ''
  return [...text.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => {
    const target = utf8(unescaped(attributeOf(tag, 'Target') ?? ''))
    const path = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target)
    return { id: attributeOf(tag, 'Id') ?? '', type: attributeOf(tag, 'Type') ?? '', part: path }
  })
}

/** Where the references of a part are kept. */
export function relationshipsName(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
}

const workbookPart = 'xl/workbook.xml'

/** Shape: the name of each sheet to its part; empty where the workbook is not written as Excel 2007 and later write it. */
export function sheetParts(parts: PackageParts): ReadonlyMap<string, string> {
  const byId = new Map(relationshipsOf(parts, workbookPart).map(({ id, part }) => [id, part]))
  const tags = parts.text(workbookPart)?.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g) ?? []
  return new Map(
    [...tags].flatMap(([tag]) => {
      const part = byId.get(attributeOf(tag, '\\w+:id') ?? '')
      const name = utf8(unescapedBytes(attributeOf(tag, 'name') ?? ''))
      return part === undefined ? [] : [[name, part] as const]
    }),
  )
}

/** Numbers of characters are written out before the bytes become characters again. */
function unescapedBytes(text: string): string {
  return text.replace(/&[^;]{1,10};/g, (reference) => Buffer.from(unescaped(reference)).toString('latin1'))
}

function utf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
