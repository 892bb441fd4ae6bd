import { _electron, type ElectronApplication } from '@playwright/test'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import { answerQuestions, launchArguments, type RunningApp } from '../../e2e/testing/launch-app.ts'
import { goTo, openSpringFestivalRound, saveVisitList } from '../../e2e/testing/office-steps.ts'
import { packagedApp } from '../package/packaged-app.mjs'
import { makeBareApp } from './bare-app.ts'
import type { Figure } from './figure.ts'
import { importRoster, launchForImport } from './import-run.ts'
import { memoryOf } from './process-memory.ts'
import { emptyFolder, rosterOf } from './samples.ts'
import { median } from './statistics.ts'

const readings = 5
const betweenReadingsMs = 500
const megabyte = 1024 * 1024

/** The memory of all processes after the office's main job, and the size of the package, beside an empty window's. */
export async function sizeFigures(): Promise<readonly Figure[]> {
  const bare = await makeBareApp()
  const { args } = launchArguments(emptyFolder())
  const bareApp = await _electron.launch({ executablePath: bare.executable, args: [...args] })
  await bareApp.firstWindow()
  const bareMemory = await memoryReadings(bareApp)
  await bareApp.close()

  const running = await launchForImport()
  await doMainJob(running)
  const memory = await memoryReadings(running.app)
  await running.app.close()

  const size = folderSize(packagedApp('release').dir) / megabyte
  const noTarget = { unit: 'MB', peerName: 'bare window', target: null } as const
  return [
    ...(memory.length === 0
      ? []
      : [
          {
            ...noTarget,
            name: 'memory of all processes after the tour',
            ours: median(memory),
            peer: median(bareMemory),
            samples: memory,
            peerSamples: bareMemory,
          },
        ]),
    {
      ...noTarget,
      name: 'size of the packaged app',
      ours: size,
      peer: folderSize(bare.dir) / megabyte,
      samples: [size],
    },
  ]
}

/** What the tour does, without its pictures. */
async function doMainJob(running: RunningApp): Promise<void> {
  const { window, userData } = running
  await importRoster(running, await rosterOf(6_500))
  await goTo(window, 'residents')
  await window.getByRole('row').nth(1).waitFor()
  await window.getByLabel(residentLabels.list.search).fill('wang')
  await window.getByLabel(residentLabels.list.search).press('Enter')
  await window.getByRole('row').nth(1).click()
  await window.getByRole('heading', { name: residentLabels.household.title }).waitFor()
  await answerQuestions(running, dialogTexts.bulkPaper('savedAsPdf', 'masked', 1).goOn)
  await openSpringFestivalRound(window)
  await saveVisitList(running, join(userData, 'visit-list.pdf'))
  await goTo(window, 'settings')
}

/** Unit: megabytes. */
async function memoryReadings(app: ElectronApplication): Promise<readonly number[]> {
  const taken: number[] = []
  for (let reading = 0; reading < readings; reading += 1) {
    await setTimeout(betweenReadingsMs)
    const bytes = memoryOf(app.process().pid ?? 0)
    if (bytes !== null) taken.push(bytes / megabyte)
  }
  return taken
}

function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}
