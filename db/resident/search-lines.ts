const linesPerBlock = 256

interface Block {
  readonly lines: string[]
  /** Undefined after a change, until the next search. */
  joined: { readonly text: string; readonly ends: readonly number[] } | undefined
}

/** Numbered lines of folded text that are searched for a word all at once. */
export interface SearchLines {
  readonly set: (index: number, line: string) => void
  /** Puts 1 at the index of each line that holds the word, which is not empty and has no line break. */
  readonly mark: (word: string, marks: Uint8Array) => void
  /** The line at an index; empty where none is. */
  readonly at: (index: number) => string
}

/** Searching a few long texts is several times faster than many short ones; blocks keep a change cheap. */
export function createSearchLines(): SearchLines {
  const blocks: Block[] = []

  function set(index: number, line: string): void {
    const number = Math.floor(index / linesPerBlock)
    while (blocks.length <= number)
      blocks.push({ lines: Array<string>(linesPerBlock).fill(''), joined: undefined })
    const block = blocks[number]
    if (block === undefined) return
    block.lines[index % linesPerBlock] = line
    block.joined = undefined
  }

  function mark(word: string, marks: Uint8Array): void {
    for (const [number, block] of blocks.entries()) {
      block.joined ??= joinLines(block.lines)
      markInBlock(block.joined, word, marks, number * linesPerBlock)
    }
  }

  const at = (index: number) => blocks[Math.floor(index / linesPerBlock)]?.lines[index % linesPerBlock] ?? ''

  return { set, mark, at }
}

function markInBlock(
  { text, ends }: NonNullable<Block['joined']>,
  word: string,
  marks: Uint8Array,
  firstIndex: number,
): void {
  let line = 0
  let at = text.indexOf(word)
  while (at >= 0) {
    while ((ends[line] ?? Infinity) <= at) line += 1
    marks[firstIndex + line] = 1
    at = text.indexOf(word, ends[line])
  }
}

function joinLines(lines: readonly string[]): NonNullable<Block['joined']> {
  const ends: number[] = []
  let end = -1
  for (const line of lines) {
    end += line.length + 1
    ends.push(end)
  }
  return { text: lines.join('\n'), ends }
}
