import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { signInLabels } from '../../../domain/labels/sign-in.zh.ts'
import type { RunningApp } from '../../../e2e/testing/launch-app.ts'
import { goTo, lockDesk, signIn, windowAfter } from '../../../e2e/testing/office-steps.ts'
import { familyOf } from '../../bench/process-memory.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { askFrom, launchOffice, waitForList } from '../work/app-window.ts'
import { canaryBytes, canaryDrafts, canaryTexts, canaries } from '../work/canaries.ts'
import { textsInMemory } from '../work/process-text.ts'

type Expect = (holds: boolean, sentence: string) => void

/** What a page knew of people is nowhere in the page that takes its place, nor in its process. */
export const coveredWindowForgets: Experiment = {
  id: 'S7-window',
  what: 'packaged app: canaries in page, heap and memory of the renderer before and after lock and sleep',
  needsWindow: true,
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const times = size({ fast: 1, ci: 2, release: 10 })
    const running = await launchOffice(join(folder, 'user'))
    const notes = new Set<string>()
    try {
      for (const draft of canaryDrafts()) {
        const saved = await askFrom(running.window, 'resident.save', { id: null, revision: null, draft })
        if (!saved.ok) throw new Error(`a canary is refused: ${saved.failure.code}`)
      }
      let desk = running
      for (let time = 0; time < times; time += 1) {
        const isSleep = time % 2 === 1
        await lookAtEverybody(desk.window)
        notes.add(await expectSeen(desk, expect))
        const seenBy = await processOfPage(desk)
        desk = isSleep ? await sleep(desk) : await lockDesk(desk)
        const title = isSleep ? signInLabels.title : signInLabels.titleLocked
        await desk.window.getByRole('heading', { name: title, exact: true }).waitFor()
        await expectForgotten(desk, `${isSleep ? 'sleep' : 'lock'} ${time}`, expect)
        expect(!existsSync(`/proc/${seenBy}`), `time ${time}: the process that knew them lives on`)
        await signIn(desk.window)
        await waitForList(desk.window)
      }
    } finally {
      await running.app.close()
    }
    return { triedCount: times, misses, note: [...notes].join(', ') }
  },
}

/** Lists them, searches one and opens the household. */
async function lookAtEverybody(window: Page): Promise<void> {
  const [first, second] = canaries
  await goTo(window, 'residents')
  await window
    .getByText(second?.name ?? '')
    .first()
    .waitFor()
  await window.getByLabel(residentLabels.list.search).fill(first?.name ?? '')
  await window.getByRole('row').nth(1).click()
  await window.getByRole('heading', { name: residentLabels.household.title }).waitFor()
  await window
    .getByText(first?.name ?? '')
    .first()
    .waitFor()
}

/** Without this, finding nothing afterwards would prove nothing. */
async function expectSeen(desk: RunningApp, expect: Expect): Promise<string> {
  const dom = countIn(await desk.window.content())
  const heap = countIn(await heapOf(desk.window))
  const memory = textsInMemory(await processOfPage(desk), canaryBytes())
  expect(dom > 0 && heap > 0, `${dom} canaries in the page and ${heap} in its heap while they are shown`)
  expect(memory !== 0, 'no canary in the memory of the page while they are shown')
  return memory === null
    ? 'the memory of the page may not be read here'
    : `${dom} canaries in the page, ${heap} in its heap, ${memory} in its memory while shown`
}

async function expectForgotten(desk: RunningApp, where: string, expect: Expect): Promise<void> {
  const dom = countIn(await desk.window.content())
  const heap = countIn(await heapOf(desk.window))
  expect(dom === 0, `${where}: ${dom} canaries in the page`)
  expect(heap === 0, `${where}: ${heap} canaries in its heap`)
  const main = desk.app.process().pid ?? 0
  // Main has the open ledger itself; whatever else there is has no business with anybody in it.
  for (const pid of familyOf(main).filter((one) => one !== main)) {
    const memory = textsInMemory(pid, canaryBytes()) ?? 0
    expect(memory === 0, `${where}: ${memory} canaries in the memory of a process besides main`)
  }
}

function sleep(desk: RunningApp): Promise<RunningApp> {
  return windowAfter(desk, () => desk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend')))
}

async function processOfPage({ app }: RunningApp): Promise<number> {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  if (pid === undefined) throw new Error('there is no window')
  return pid
}

/** Everything the page's script engine holds, as one text. */
async function heapOf(window: Page): Promise<string> {
  const session = await window.context().newCDPSession(window)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

function countIn(text: string): number {
  return canaryTexts().filter((canary) => text.includes(canary)).length
}
