import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { launchArguments } from '../../e2e/testing/launch-app.ts'
import { inProject, readJson } from '../setup/project.mjs'
import { say } from '../setup/say.mjs'
import { buildDoor, doorKinds, type DoorKind } from './door/build-door.ts'
import type { CrashReport, DoorReport } from './door/door-report.ts'
import type { Figure } from './figure.ts'
import { emptyFolder, ledgerWithResidents } from './samples.ts'
import { median, percentile } from './statistics.ts'

const repetitions = 3
const megabyte = 1024 * 1024

/** The ledger behind a worker thread, and the very same ledger behind a utility process. */
export async function doorFigures(): Promise<readonly Figure[]> {
  const ledgerFile = ledgerWithResidents(6_500)
  const reports: Record<DoorKind, DoorReport[]> = { 'worker thread': [], 'utility process': [] }
  const folders = { 'worker thread': '', 'utility process': '' }
  for (const kind of doorKinds) folders[kind] = await buildDoor(kind)
  // The first round fills the system's caches and is not counted.
  for (let round = 0; round <= repetitions; round += 1) {
    for (const kind of doorKinds) {
      const report = await run<DoorReport>(folders[kind], ledgerFile, 'measure')
      if (report === null) throw new Error(`the ${kind} did not report`)
      if (round > 0) reports[kind].push(report)
    }
  }
  for (const kind of doorKinds) {
    const left = await run<CrashReport>(folders[kind], ledgerFile, 'crash')
    say(
      `A native fault behind the ${kind}: ${left === null ? 'the whole program ends' : JSON.stringify(left)}`,
    )
  }
  return figuresOf(reports)
}

function figuresOf(reports: Record<DoorKind, readonly DoorReport[]>): readonly Figure[] {
  const figure = (name: string, unit: Figure['unit'], of: (report: DoorReport) => number): Figure => {
    const samples = reports['worker thread'].map(of)
    const peerSamples = reports['utility process'].map(of)
    return {
      name: `door: ${name}`,
      unit,
      ours: median(samples),
      peer: median(peerSamples),
      peerName: 'utility process',
      target: null,
      samples,
      peerSamples,
    }
  }
  return [
    figure('start to first reply', 'ms', ({ startMs }) => startMs),
    figure('opening 6,500 residents', 'ms', ({ openMs }) => openMs),
    figure('one resident, median', 'ms', ({ smallMs }) => median(smallMs)),
    figure('one resident, 95th percentile', 'ms', ({ smallMs }) => percentile(smallMs, 95)),
    figure('list of 200 rows, median', 'ms', ({ listMs }) => median(listMs)),
    figure('list of 200 rows, 95th percentile', 'ms', ({ listMs }) => percentile(listMs, 95)),
    figure('memory of all processes', 'MB', ({ memoryBytes }) => (memoryBytes ?? 0) / megabyte),
    figure('handing over 99,990 rows', 'ms', ({ stageMs }) => stageMs),
    figure('main stands still meanwhile', 'ms', ({ stageMainStallMs }) => stageMainStallMs),
    figure('frames stand still meanwhile', 'ms', ({ stageFrameGapMs }) => stageFrameGapMs),
    figure('writing them', 'ms', ({ writeMs }) => writeMs),
    figure('main stands still meanwhile', 'ms', ({ writeMainStallMs }) => writeMainStallMs),
    figure('frames stand still meanwhile', 'ms', ({ writeFrameGapMs }) => writeFrameGapMs),
  ]
}

/** Starts the program with one kind of door; null where it ends without a report. */
async function run<Report>(folder: string, ledgerFile: string, task: string): Promise<Report | null> {
  const userData = emptyFolder()
  const report = join(userData, 'report.json')
  const program = spawn(
    process.env['LINLI_RUNTIME_EXECUTABLE'] ?? '',
    [folder, ...launchArguments(userData).args],
    {
      stdio: 'ignore',
      env: { ...process.env, DOOR_LEDGER: ledgerFile, DOOR_REPORT: report, DOOR_TASK: task },
      cwd: inProject(),
    },
  )
  await once(program, 'exit')
  // The program's own report, in the shape its task has.
  return readJson(report) as Report | null
}
