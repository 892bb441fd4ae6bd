import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { contract } from '../../../domain/contract.ts'
import { inProject } from '../../setup/project.mjs'
import { expectedAccess } from './role-matrix.ts'

/** What the page may listen to. */
const expectedEvents = ['onProgress', 'onDesk']

/** Where the handlers, the page's doors, the contract and the expected roles are not the same list. */
export function surfaceProblems(registered: readonly string[]): readonly string[] {
  const expected = Object.keys(expectedAccess)
  return [
    ...differences('handlers', registered, expected),
    ...differences('doors of the page', doorsOfThePage(), expected),
    ...differences('contract', Object.keys(contract), expected),
  ]
}

function differences(what: string, there: readonly string[], expected: readonly string[]): string[] {
  const [one, other] = [new Set(there), new Set(expected)]
  return [
    ...[...one]
      .filter((name) => !other.has(name))
      .map((name) => `${name} is among the ${what} and has no role`),
    ...[...other].filter((name) => !one.has(name)).map((name) => `${name} is not among the ${what}`),
  ]
}

/** What the built preload puts into the page. */
function doorsOfThePage(): string[] {
  const exposed: Record<string, object> = {}
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: object) => (exposed[name] = value) },
    ipcRenderer: {},
  }
  const preload = readFileSync(inProject('out', 'preload', 'preload.cjs'), 'utf8')
  runInNewContext(preload, { require: () => electron, exports: {}, module: { exports: {} } })
  const { ledger = {}, ledgerEvents = {}, ...more } = exposed
  const events = Object.keys(ledgerEvents).filter((name) => !expectedEvents.includes(name))
  return [...Object.keys(ledger), ...events, ...Object.keys(more)]
}
