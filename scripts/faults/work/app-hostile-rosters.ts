import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { failureSchema, type Reply } from '../../../domain/failure.ts'
import type { ImportFile } from '../../../domain/roster-import.ts'
import { hostileRosters } from '../../../electron/import/testing/hostile-rosters.ts'
import { inProject } from '../../setup/project.mjs'
import { ledgerFileIn, openAfterwards, startOffice, valueOf } from '../app/app-office.ts'
import { startPing } from '../app/responsiveness.ts'
import { watchedFolder } from '../app/watched-folder.ts'
import { closeOffice } from '../office-ledger.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { acknowledge } from './acknowledge.ts'

/*
 * A program of its own: the built app, in which one hostile roster after another is chosen, read by the real reader in
 * its own process, and looked at as far as it gets.
 */

const { folder, every } = JSON.parse(process.argv[2] ?? '{}') as {
  readonly folder: string
  readonly every: number
}
/** The reader's limit, and what is left to do after it. */
const slowestMs = 65_000
const longestWorkMs = 200
/** What a page waits for on a machine that does other things as well. */
const longestWaitMs = 2000

interface Trial {
  readonly name: string
  readonly fileName: string
  readonly ending: string
  readonly write: (path: string) => Promise<void>
}

const userData = join(folder, 'user')
const rosterFolder = join(folder, 'rosters')
mkdirSync(rosterFolder)
const problems: string[] = []
const endings: Record<string, number> = {}
const longest = { tookMs: 0, workMs: 0, waitMs: 0 }
const app = await startOffice(userData)
const ledgerFolder = dirname(ledgerFileIn(userData))
// Else the program makes one by itself a minute after the sign-in.
await valueOf(app.ask('backup.make'))
const writer = fork(join(import.meta.dirname, 'hostile-roster.ts'), { execArgv: ['--no-warnings'] })
const watched = watchedFolder(ledgerFolder)
const { text: mark } = await watched.markNow()
// The system's own count of the most that was ever resident begins anew.
writeFileSync('/proc/self/clear_refs', '5')

const trials = [...hostileRosters.map(hostileTrial), ...trapTrials()].filter(
  (_, index) => index % every === 0,
)
for (const trial of trials) await attempt(trial)
const peak = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024

writer.kill()
watched.end()
await app.quit()
const { ledger } = await openAfterwards(userData)
problems.push(...faultsOf(ledger.raw))
closeOffice(ledger)
acknowledge(JSON.stringify({ triedCount: trials.length, endings, longest, peak, problems }))
// Its timers would keep it running.
process.exit(0)

function hostileTrial({ name, fileName, ending }: (typeof hostileRosters)[number]): Trial {
  const write = async (path: string) => {
    writer.send({ name, path })
    await once(writer, 'message')
  }
  return { name, fileName, ending, write }
}

/** What offices' own programs write and what is wrong in it: two heads, damaged numbers, three encodings, 1904. */
function trapTrials(): Trial[] {
  const traps = inProject('e2e', 'fixtures', 'rosters')
  return readdirSync(traps)
    .filter((name) => !name.endsWith('.json'))
    .map((fileName) => ({
      name: fileName,
      fileName,
      ending: 'read',
      write: async (path) => writeFileSync(path, readFileSync(join(traps, fileName))),
    }))
}

async function attempt({ name, fileName, ending, write }: Trial): Promise<void> {
  const path = join(rosterFolder, fileName)
  await write(path)
  app.answers.openPath = path
  const endPing = startPing(app)
  const startedAt = performance.now()
  const ended = await readAndLookAt()
  const tookMs = performance.now() - startedAt
  const { work, wait } = await endPing()
  rmSync(path)
  endings[ended] = (endings[ended] ?? 0) + 1
  longest.tookMs = Math.max(longest.tookMs, Math.round(tookMs))
  longest.workMs = Math.max(longest.workMs, Math.round(work))
  longest.waitMs = Math.max(longest.waitMs, Math.round(wait))
  // On a machine that is slow today the reader's own limit may come before the verdict.
  const isCutOff = ended === 'fileReadTimedOut' && ending !== 'read'
  if (ended !== ending && !isCutOff) problems.push(`${name}: ${ended} instead of ${ending}`)
  if (tookMs > slowestMs) problems.push(`${name}: it takes ${Math.round(tookMs)} ms`)
  if (work > longestWorkMs) problems.push(`${name}: main works for ${Math.round(work)} ms without looking up`)
  if (wait > longestWaitMs) problems.push(`${name}: a page waits for ${Math.round(wait)} ms`)
  if ((await watched.markNow()).text !== mark) problems.push(`${name}: the ledger's folder is changed`)
}

/** Shape: `read` with a preview that is one, or the code it was refused with. */
async function readAndLookAt(): Promise<string> {
  const chosen = (await app.ask('import.chooseFile')) as Reply<ImportFile | null>
  if (!chosen.ok) return codeOf(chosen)
  if (chosen.value === null) return 'nothing chosen'
  const { handle, sheets } = chosen.value
  const looked = [
    await app.ask('import.preview', { handle, sheetIndexes: [0], mapping: null }),
    await app.ask('import.rows', { handle, verdict: null, offset: 0, limit: 200 }),
  ]
  if (sheets.length === 0) return 'no sheet'
  for (const reply of looked) if (!reply.ok && codeOf(reply) === 'unexpected') return 'a preview that breaks'
  return 'read'
}

function codeOf(reply: Reply<unknown>): string {
  if (reply.ok) return 'none'
  return failureSchema.safeParse(reply.failure).success ? reply.failure.code : 'unexpected'
}
