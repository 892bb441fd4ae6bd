import type { Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

interface QuestionReport {
  readonly askedCount: number
  readonly problems: readonly string[]
}

/** A question of the system outlives the sitting in which it was asked: a yes to it counts for nobody then. */
export const openQuestions: Experiment = {
  id: 'S7-questions',
  what: 'dialogs of the system answered when others sit at the desk; canary: by the same they do something',
  run: async ({ folder }) => {
    const [ack = '{}'] = await runProgram('app-dialogs.ts', { folder })
    const { askedCount, problems } = JSON.parse(ack) as QuestionReport
    return { triedCount: askedCount, misses: problems }
  },
}
