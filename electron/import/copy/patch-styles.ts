import { attributeOf, withAttribute } from './markup.ts'

/** The colours of faults: what keeps a row out, and what should be looked at. Shape: ARGB. */
const fillColours = { refusal: 'FFFFC7CE', warning: 'FFFFEB9C' } as const
export type MarkKind = keyof typeof fillColours

/** Gives out styles that are a cell's own with a colour, and the part that has them. */
export interface MarkStyles {
  readonly styleFor: (style: number, kind: MarkKind) => number
  readonly text: () => string
}

/** Undefined where the part has no list of fills or of cell formats. */
export function markStyles(text: string): MarkStyles | undefined {
  const fills = listIn(text, 'fills')
  const formats = listIn(text, 'cellXfs')
  if (fills === undefined || formats === undefined) return undefined
  const prefix = formats.prefix
  const known = itemsOf(formats.body, `${prefix}xf`)
  if (known.length === 0) return undefined
  const fillCount = itemsOf(fills.body, `${prefix}fill`).length
  const kinds = Object.keys(fillColours) as MarkKind[] // the table is closed
  const added: string[] = []
  const given = new Map<string, number>()

  return {
    styleFor: (style, kind) => {
      const key = `${style} ${kind}`
      const before = given.get(key)
      if (before !== undefined) return before
      const own = known[style] ?? known[0] ?? ''
      const [start = ''] = /^<[^>]*>/.exec(own) ?? []
      const filled = withAttribute(
        withAttribute(start, 'fillId', String(fillCount + kinds.indexOf(kind))),
        'applyFill',
        '1',
      )
      const place = known.length + added.push(filled + own.slice(start.length)) - 1
      given.set(key, place)
      return place
    },
    text: () => {
      const colours = kinds.map(
        (kind) =>
          `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="${fillColours[kind]}"/><${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
      )
      // The later list first, so that the place of the other one stays right.
      const [first, second] =
        fills.start < formats.start
          ? ([
              [formats, added],
              [fills, colours],
            ] as const)
          : ([
              [fills, colours],
              [formats, added],
            ] as const)
      return extended(extended(text, ...first), ...second)
    },
  }
}

interface MarkupList {
  readonly prefix: string
  readonly start: number
  readonly open: string
  readonly body: string
}

function listIn(text: string, name: string): MarkupList | undefined {
  const match = new RegExp(`(<(\\w+:)?${name}\\b[^>]*>)([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(text)
  if (match === null) return undefined
  const [, open = '', prefix = '', body = ''] = match
  return { prefix, start: match.index, open, body }
}

function itemsOf(body: string, name: string): string[] {
  return body.match(new RegExp(`<${name}(?=[\\s/>])(?:[^>]*/>|[\\s\\S]*?</${name}>)`, 'g')) ?? []
}

function extended(text: string, { start, open, body }: MarkupList, items: readonly string[]): string {
  const count = Number(attributeOf(open, 'count') ?? Number.NaN)
  const counted = Number.isNaN(count) ? open : withAttribute(open, 'count', String(count + items.length))
  const end = start + open.length + body.length
  return text.slice(0, start) + counted + body + items.join('') + text.slice(end)
}
