import { expect, test } from '@playwright/test'
import { join } from 'node:path'
import { paperLabels } from '../domain/labels/paper.zh.ts'
import { residentLabels } from '../domain/labels/resident.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { axeFindings } from './testing/axe-findings.ts'
import { launchApp } from './testing/launch-app.ts'
import {
  applyRoster,
  goTo,
  openSpringFestivalRound,
  previewRoster,
  setUpOffice,
} from './testing/office-steps.ts'

const roster = join(import.meta.dirname, 'fixtures/rosters/exceljs-two-row-header.xlsx')

test('no screen of the main job has an accessibility finding', async () => {
  const running = await launchApp()
  const { window } = running
  const findings: Record<string, string[]> = {}
  const look = async (screen: string) => {
    // Pages come in on demand: an empty window would have nothing to find.
    await window.getByRole('heading', { level: 1 }).waitFor()
    findings[screen] = await axeFindings(window)
  }

  await window.getByRole('heading').first().waitFor()
  await look('first run')
  await setUpOffice(window)
  await look('import start')
  await previewRoster(running, roster)
  await look('import preview')
  await applyRoster(window)
  await look('import result')
  await goTo(window, 'residents')
  await window.getByText(residentLabels.list.total(6), { exact: true }).waitFor()
  await look('residents')
  await window.getByText('王建国').first().click()
  await window.getByRole('heading', { name: residentLabels.household.title }).waitFor()
  await look('resident')
  await goTo(window, 'visits')
  await look('rounds')
  await openSpringFestivalRound(window)
  await look('round')
  await window.getByRole('button', { name: visitLabels.round.recordOf('陈国栋') }).click()
  await window.getByLabel(visitLabels.record.visitor).waitFor()
  await look('record a visit')
  await window.getByRole('button', { name: visitLabels.round.print }).click()
  await window.getByRole('button', { name: paperLabels.preview.savePdf }).waitFor()
  await look('print preview')
  await goTo(window, 'settings')
  await look('settings')

  expect(Object.values(findings)).toHaveLength(11)
  expect(Object.fromEntries(Object.entries(findings).filter(([, found]) => found.length > 0))).toEqual({})
  await running.app.close()
})
