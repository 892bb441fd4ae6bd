import type { Experiment } from '../experiment.ts'
import { runProgram } from '../work/start-program.ts'

interface DoorReport {
  readonly channelCount: number
  readonly problems: readonly string[]
  readonly isCanarySeen: boolean
  readonly askedCount: number
  readonly admitted: readonly string[]
}

/** The lists of doors are one list, and a handler that nobody gave a role is noticed. */
export const doorsOfTheApp: Experiment = {
  id: 'S2',
  what: 'handlers, page, contract, roles are one list; canary: one handler more is noticed',
  run: async ({ folder }) => {
    const { channelCount, problems, isCanarySeen } = await tryDoors(folder)
    const canary = isCanarySeen ? [] : ['a handler without a role went unnoticed']
    return { triedCount: channelCount, misses: [...problems, ...canary] }
  },
}

/** Nobody but the page itself is answered. */
export const strangersAtTheDoor: Experiment = {
  id: 'S4',
  what: 'every channel asked by frames and windows that are not the page',
  run: async ({ folder }) => {
    const { askedCount, admitted } = await tryDoors(folder)
    return { triedCount: askedCount, misses: admitted }
  },
}

/** Who may do what, and what is written down of those who may not. */
export const rolesAtTheDoor: Experiment = {
  id: 'S6',
  what: 'every role, nobody and a locked desk at every channel; denials are written down',
  run: async ({ folder }) => {
    const [ack = '{}'] = await runProgram('app-roles.ts', { folder })
    const report = JSON.parse(ack) as { triedCount: number; problems: string[]; denialCount: number }
    const { triedCount, problems, denialCount } = report
    return { triedCount, misses: problems, note: `${denialCount} denials in the audit trail` }
  },
}

async function tryDoors(folder: string): Promise<DoorReport> {
  const [ack = '{}'] = await runProgram('app-doors.ts', { folder })
  return JSON.parse(ack) as DoorReport
}
