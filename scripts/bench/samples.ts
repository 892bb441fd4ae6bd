import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setupLabels } from '../../domain/labels/setup.zh.ts'
import { generateCommunity } from '../../db/sample/generate-community.ts'
import { answerOpenDialog, launchApp, type RunningApp } from '../../e2e/testing/launch-app.ts'
import { enterSample } from '../../e2e/testing/office-steps.ts'
import { inProject } from '../setup/project.mjs'
import { writeRosterWorkbook } from '../seed/write-roster-workbook.ts'

/** How many households bring about so many residents. */
const householdsOf = { 6_500: 2_400, 20_000: 7_500, 99_990: 37_000, 100_000: 37_000 } as const
type SampleSize = keyof typeof householdsOf

const folder = inProject('out', 'bench', 'samples')
const users = new Map<number, string>()
const rosters = new Map<number, string>()

/** Everything of an earlier run is taken away. */
export function clearSamples(): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

export function emptyFolder(): string {
  return mkdtempSync(join(folder, 'user-'))
}

/** A user's folder in which the app has the sample ledger of that many households open. */
export async function userWithLedger(householdCount: number): Promise<string> {
  const made = users.get(householdCount)
  if (made !== undefined) return made
  const userData = emptyFolder()
  const running = await launchApp(userData)
  await answerOpenDialog(running, ledgerOf(householdCount))
  await running.window.getByRole('button', { name: setupLabels.choices.open.title }).click()
  await enterSample(running.window)
  await running.app.close()
  users.set(householdCount, userData)
  return userData
}

/** The app with that user's sample ledger open and its list on the screen. */
export async function launchInSample(userData: string): Promise<RunningApp> {
  const running = await launchApp(userData)
  await enterSample(running.window)
  return running
}

export function userWithResidents(size: SampleSize): Promise<string> {
  return userWithLedger(householdsOf[size])
}

/** The file of a sample ledger that nothing has opened yet. */
export function ledgerWithResidents(size: SampleSize): string {
  return ledgerOf(householdsOf[size])
}

function ledgerOf(householdCount: number): string {
  const ledgerFolder = join(folder, `ledger-${String(householdCount)}`)
  if (!existsSync(ledgerFolder)) {
    const seed = [inProject('scripts', 'seed-demo.ts'), '--out', ledgerFolder]
    execFileSync(process.execPath, [...seed, '--households', String(householdCount)], { stdio: 'ignore' })
  }
  return join(ledgerFolder, 'linli-ledger.db')
}

/** An office's roster of exactly that many people. */
export async function rosterOf(size: SampleSize): Promise<string> {
  const made = rosters.get(size)
  if (made !== undefined) return made
  const filePath = join(folder, `roster-${String(size)}.xlsx`)
  await writeRosterWorkbook(filePath, people(size), new Date('2026-11-25T00:00:00.000Z'))
  rosters.set(size, filePath)
  return filePath
}

function* people(size: SampleSize) {
  let count = 0
  for (const household of generateCommunity({ seed: 1, householdCount: householdsOf[size] })) {
    for (const person of household) {
      if (count === size) return
      count += 1
      yield person
    }
  }
}
