import type { Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

interface DoorReport {
  readonly id: string
  readonly triedCount: number
  readonly problems: readonly string[]
}

const whatIsTried: Readonly<Record<string, string>> = {
  surface: 'handlers, doors of the page, contract and roles are one list',
  canary: 'canary: a handler without a role must be noticed',
  senders: 'every channel asked by frames and windows that are not the page',
  matrix: 'every role, nobody and a locked desk at every channel; denials are written down',
}

let reports: Promise<readonly DoorReport[]> | undefined

/** The doors of the built app: S2 and its canary, S4, S6. All are tried in one run of the program. */
export function doorsOfTheApp(id: string, part: string): Experiment {
  return {
    id,
    what: whatIsTried[part] ?? part,
    run: async ({ folder }) => {
      reports ??= runProgram('app-doors.ts', { folder }).then((acks) =>
        acks.map((ack) => JSON.parse(ack) as DoorReport),
      )
      const report = (await reports).find((one) => one.id === part)
      return { triedCount: report?.triedCount ?? 0, misses: report?.problems ?? [] }
    },
  }
}
