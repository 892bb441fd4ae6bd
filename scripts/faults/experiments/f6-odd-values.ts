import { join } from 'node:path'
import type { Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

/** Values that no form is made for are stored exactly or refused, and the list opens all the same. */
export const oddValuesInEveryField: Experiment = {
  id: 'F6',
  what: '100 MB, 10,000 characters, lone surrogates, NUL, rare Han in every field',
  run: async ({ folder }) => {
    const [ack = '{}'] = await runProgram('odd-desk.ts', { filePath: join(folder, 'office.ledger') })
    const report = JSON.parse(ack) as { triedCount: number; storedCount: number; problems: string[] }
    const { triedCount, storedCount, problems } = report
    return { triedCount, misses: problems, note: `${storedCount} stored exactly, the rest refused` }
  },
}
