import { claimLabels } from '../../../domain/labels/claim.zh.ts'

/** Unit: people named before it is only said how many they are. */
const mostNames = 5

/** Names a few of several elders and says how many they are. */
export function eldersText(
  sentence: (names: string, count: number) => string,
  elders: readonly { readonly name: string }[],
): string {
  const names = elders.slice(0, mostNames).map(({ name }) => name)
  return sentence(
    names.join(claimLabels.separator) + (elders.length > mostNames ? claimLabels.more : ''),
    elders.length,
  )
}
