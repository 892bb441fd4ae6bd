import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { dialogTexts } from '../../domain/labels/dialog.zh.ts'
import { residentLabels } from '../../domain/labels/resident.zh.ts'
import { answerQuestions, launchApp } from '../testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  openSpringFestivalRound,
  previewRoster,
  saveVisitList,
  setUpOffice,
} from '../testing/office-steps.ts'

/** Does the office's main job on an invented community through the real window; leaves screenshots and papers. */
const project = join(import.meta.dirname, '../..')
const folder = join(project, 'out/tour')
const roster = join(folder, 'roster.xlsx')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
execFileSync(process.execPath, [join(project, 'scripts/seed-demo.ts'), '--roster', roster], {
  stdio: 'inherit',
})

const running = await launchApp()
const { window, app } = running
let step = 0

async function shot(name: string): Promise<void> {
  step += 1
  const order = String(step).padStart(2, '0')
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await resize(window, width, height)
    await window.screenshot({ path: join(folder, `${order}-${name}-${String(width)}.png`) })
  }
}

/** The window's content gets that size, and the page has drawn itself in it. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      for (const one of BrowserWindow.getAllWindows()) one.setContentSize(size.width, size.height)
    },
    { width, height },
  )
  const wanted = `${String(width)}x${String(height)}`
  // The page's own policy forbids the polling script that waitForFunction would put into it.
  await expect.poll(() => page.evaluate(() => `${String(innerWidth)}x${String(innerHeight)}`)).toBe(wanted)
  // Lets transitions and the virtual list settle before the picture is taken.
  await page.waitForTimeout(400)
}

await window.getByRole('heading').first().waitFor()
await shot('first-run')
await setUpOffice(window)
await shot('import-start')
await previewRoster(running, roster)
await shot('import-preview')
await applyRoster(window)
await shot('import-result')
await goTo(window, 'residents')
await window.getByText(/^共 [\d,]+ 人$/).waitFor()
await shot('residents')
await window.getByLabel(residentLabels.list.search).fill('wang')
await window.getByText(/^找到 [\d,]+ 人$/).waitFor()
await shot('residents-search')
await window.getByLabel(residentLabels.list.search).press('Enter')
await window.getByRole('row').nth(1).click()
await window.getByRole('heading', { name: residentLabels.household.title }).waitFor()
await shot('resident')
await openSpringFestivalRound(window)
await shot('visit-round')
// More people than leave without being asked about.
await answerQuestions(running, dialogTexts.bulkPaper('savedAsPdf', 'masked', 1).goOn)
await saveVisitList(running, join(folder, 'visit-list.pdf'))
await shot('visit-list-preview')
await goTo(window, 'settings')
await shot('settings')
await app.close()

for (const file of readdirSync(folder).sort()) process.stdout.write(`out/tour/${file}\n`)
