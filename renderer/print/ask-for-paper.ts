import { contentOf, type DrawnContent, type DrawnKind } from '../../domain/drawn-paper.ts'
import { ask } from '../ledger/ledger-client.ts'

/** What the paper shows that this window was opened for. Throws: what main refuses. */
export async function askForPaper<K extends DrawnKind>(kind: K): Promise<DrawnContent<K>> {
  const content = contentOf(await ask('print.paper', {}), kind)
  if (content === undefined) throw new Error(`this window was opened for another paper than ${kind}`)
  return content
}
