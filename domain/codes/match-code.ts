/** Shape: folded word to code, for each table; folding hundreds of words again for every cell takes seconds. */
const wordsOfTables = new WeakMap<object, ReadonlyMap<string, string>>()

/** Shape: text as it is written to code; a column of thousands of cells has few words. */
const knownTexts = new WeakMap<object, Map<string, string | undefined>>()

/** Unit: texts of one table; a column of another kind has thousands. */
const mostTexts = 1000

/** The code a cell means: the code itself, its name or an alias; undefined when none fits. */
export function matchCode<Code extends string>(
  text: string,
  table: Readonly<Record<Code, string>>,
  aliases: Readonly<Record<string, NoInfer<Code>>>,
): Code | undefined {
  const known = knownTexts.get(table) ?? new Map<string, string | undefined>()
  knownTexts.set(table, known)
  // Only codes of this very table were put into its words.
  if (known.has(text)) return known.get(text) as Code | undefined
  const words = wordsOfTables.get(table) ?? wordsOf(table, aliases)
  wordsOfTables.set(table, words)
  const code = words.get(folded(text))
  if (known.size < mostTexts) known.set(text, code)
  return code as Code | undefined
}

/** Codes win over names, names over aliases. */
function wordsOf<Code extends string>(
  table: Readonly<Record<Code, string>>,
  aliases: Readonly<Record<string, Code>>,
): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const add = (word: string, code: string) => {
    const key = folded(word)
    if (key !== '' && !words.has(key)) words.set(key, code)
  }
  for (const code of Object.keys(table)) add(code, code)
  for (const [code, name] of Object.entries<string>(table)) add(name, code)
  for (const [alias, code] of Object.entries<string>(aliases)) add(alias, code)
  return words
}

// Rosters pad two-character words with blanks to align them, so blanks inside a word mean nothing.
function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
