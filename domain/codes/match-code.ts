/** Shape: folded word to code, for each table; folding hundreds of words again for every cell takes seconds. */
const wordsOfTables = new WeakMap<object, ReadonlyMap<string, string>>()

/** The code a cell means: the code itself, its name or an alias; undefined when none fits. */
export function matchCode<Code extends string>(
  text: string,
  table: Readonly<Record<Code, string>>,
  aliases: Readonly<Record<string, NoInfer<Code>>>,
): Code | undefined {
  const wanted = folded(text)
  if (wanted === '') return undefined
  const words = wordsOfTables.get(table) ?? wordsOf(table, aliases)
  wordsOfTables.set(table, words)
  // Only codes of this very table were put into its words.
  return words.get(wanted) as Code | undefined
}

/** Codes win over names, names over aliases. */
function wordsOf<Code extends string>(
  table: Readonly<Record<Code, string>>,
  aliases: Readonly<Record<string, Code>>,
): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const add = (word: string, code: string) => {
    if (!words.has(folded(word))) words.set(folded(word), code)
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
