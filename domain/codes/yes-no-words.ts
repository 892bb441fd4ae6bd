/** How offices write yes and no in their spreadsheets. Source: forms collected for DOMAIN 9, no standard. */
const words = {
  yes: ['是', '有', '对', '已', '√', '✓', '✔', '☑', 'y', 'yes', '1', 'true'],
  no: ['否', '无', '没有', '不是', '未', '×', '✗', '✘', '☐', 'n', 'no', '0', 'false'],
} as const

const codes = new Map<string, 'yes' | 'no'>([
  ...words.yes.map((word) => [word, 'yes'] as const),
  ...words.no.map((word) => [word, 'no'] as const),
])

/** The answer a word means; undefined for one that is neither yes nor no. */
export function parseYesNo(text: string): 'yes' | 'no' | undefined {
  return codes.get(text.normalize('NFKC').trim().toLowerCase())
}
