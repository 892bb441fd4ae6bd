/** The code a cell means: the code itself, its name or an alias; undefined when none fits. */
export function matchCode<Code extends string>(
  text: string,
  table: Readonly<Record<Code, string>>,
  aliases: Readonly<Record<string, NoInfer<Code>>>,
): Code | undefined {
  const wanted = folded(text)
  if (wanted === '') return undefined
  // Object.keys forgets the key type; the table is closed, so its keys are exactly the codes.
  const codes = Object.keys(table) as Code[]
  return (
    codes.find((code) => folded(code) === wanted) ??
    codes.find((code) => folded(table[code]) === wanted) ??
    Object.entries<Code>(aliases).find(([alias]) => folded(alias) === wanted)?.[1]
  )
}

// Rosters pad two-character words with blanks to align them, so blanks inside a word mean nothing.
function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase()
}
