import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { launchApp } from '../testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  openSpringFestivalRound,
  previewRoster,
  saveVisitList,
  searchResidents,
  setUpOffice,
} from '../testing/office-steps.ts'

/** Does the office's main job through the real window and leaves screenshots and the paper. */
const folder = join(import.meta.dirname, '../../out/tour')
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })

const running = await launchApp()
const { window, app } = running
let step = 0
async function shot(name: string): Promise<void> {
  step += 1
  // Lets the page's own transitions end before the picture is taken.
  await window.waitForTimeout(400)
  await window.screenshot({ path: join(folder, `${String(step).padStart(2, '0')}-${name}.png`) })
}

await window.getByRole('heading').first().waitFor()
await shot('first-run')
await setUpOffice(window)
await shot('import-start')
await previewRoster(running, join(import.meta.dirname, '../fixtures/rosters/exceljs-two-row-header.xlsx'))
await shot('import-preview')
await applyRoster(window)
await shot('import-result')
await goTo(window, 'residents')
await searchResidents(window, 'wjg', 1)
await shot('residents-search')
await window.getByText('王建国').first().click()
await window.getByRole('heading', { name: '王建国' }).first().waitFor()
await shot('resident')
await openSpringFestivalRound(window)
await shot('visit-round')
await saveVisitList(running, join(folder, 'visit-list.pdf'))
await shot('visit-list-preview')
await goTo(window, 'settings')
await shot('settings')
await app.close()

for (const file of readdirSync(folder).sort()) process.stdout.write(`out/tour/${file}\n`)
