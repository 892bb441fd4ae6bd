import { expect, test } from '@playwright/test'
import { BlobReader, BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { failureSentence } from '../domain/labels/failure.zh.ts'
import { importLabels } from '../domain/labels/import.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { answerOpenDialog, launchApp } from './testing/launch-app.ts'
import { applyRoster, goTo, previewRoster, searchResidents, setUpOffice } from './testing/office-steps.ts'

const folder = join(import.meta.dirname, 'fixtures/rosters')
const roster = join(folder, 'openpyxl-head-names.xlsx')

async function rosterWith(part: string): Promise<string> {
  const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false })
  await writer.appendZip(new BlobReader(new Blob([readFileSync(roster)])))
  await writer.add(part, new TextReader('x'))
  const path = join(mkdtempSync(join(tmpdir(), 'linli 名册-')), '名单.xlsx')
  writeFileSync(path, new Uint8Array(await (await writer.close()).arrayBuffer()))
  return path
}

test('a clerk is told what is wrong with each file, and imports the sound one with its families', async () => {
  const running = await launchApp()
  const { app, window } = running
  await setUpOffice(window)

  for (const [part, detail] of [
    ['xl/vbaProject.bin', 'macros'],
    ['xl/externalLinks/externalLink1.xml', 'externalLinks'],
    ['xl/embeddings/oleObject1.bin', 'embeddings'],
  ] as const) {
    await answerOpenDialog(running, await rosterWith(part))
    await window.getByRole('button', { name: importLabels.start.choose, exact: true }).click()
    const sentence = failureSentence({ code: 'fileUnsupported', detail })
    await expect(window.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  }

  await previewRoster(running, roster)
  await expect(
    window.getByText(importLabels.preview.apply({ add: 20, update: 0, unchanged: 0, refuse: 1 })),
  ).toBeVisible()
  await applyRoster(window)

  // Two families live behind the door 3-1-301: each wife is with her own husband.
  await goTo(window, 'residents')
  await searchResidents(window, '周敏', 1)
  await window.getByText('周敏', { exact: true }).click()
  const household = window.getByRole('region', { name: residentLabels.household.title })
  const members = household.getByRole('listitem')
  await expect(members.filter({ hasText: '陈国栋' })).toBeVisible()
  await expect(members.filter({ hasText: '刘明' })).toHaveCount(0)
  await app.close()
})
