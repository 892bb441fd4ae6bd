import { expect, test } from '@playwright/test'
import { versionsLabels as words } from '../domain/labels/versions.zh.ts'
import { visitLabels, visitOutcomeLabels } from '../domain/labels/visit.zh.ts'
import type { VisitTask } from '../domain/visit.ts'
import { askFromPage } from './testing/ask-from-page.ts'

import { launchWithRound } from './testing/office-steps.ts'

const person = '陈国栋'
const { record, round } = visitLabels

test('a visit that somebody else recorded meanwhile is shown in both versions, and only what was chosen is stored', async () => {
  const running = await launchWithRound()
  const { window } = running
  const visitRoundId = Number(new URL(window.url()).hash.split('/').at(-1))
  const stored = async (): Promise<VisitTask> => {
    const page = { visitRoundId, view: 'all', offset: 0, limit: 100 }
    // The contract's own schema made this answer.
    const list = (await askFromPage(window, 'visitTask.list', page))?.value as { readonly rows: VisitTask[] }
    const task = list.rows.find(({ residentName }) => residentName === person)
    if (task === undefined) throw new Error('nobody of that name is on the list')
    return task
  }

  await window.getByRole('button', { name: round.recordOf(person) }).click()
  const form = window.getByRole('form', { name: record.formName(person) })
  await form.getByRole('radio', { name: visitOutcomeLabels.done }).check()
  await form.getByLabel(record.visitor).fill('我去的')
  await form.getByLabel(record.note).fill('我写的备注')
  const { id, revision } = await stored()
  const theirs = { outcome: 'absent', visitedOn: '2026-11-02', visitor: '别人去的', note: '' }
  expect(
    await askFromPage(window, 'visitTask.record', { visitTaskId: id, revision, ...theirs }),
  ).toMatchObject({ ok: true })
  const submit = form.getByRole('button', { name: record.save })
  await submit.click()
  const dialog = window.getByRole('dialog', { name: words.title })
  await expect(dialog.getByRole('radiogroup')).toHaveCount(4)
  const save = dialog.getByRole('button', { name: words.save })
  await expect(save).toBeDisabled()

  // Looking again first loses nothing, and the older version is refused again.
  await window.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(submit).toBeFocused()
  await expect(form.getByLabel(record.note)).toHaveValue('我写的备注')
  expect(await stored()).toMatchObject(theirs)
  await window.keyboard.press('Enter')

  // What only one of the two touched is proposed.
  await expect(dialog.getByLabel(words.version(words.mine, '我写的备注'))).toBeChecked()
  await dialog.getByLabel(words.version(words.theirs, visitOutcomeLabels.absent)).check()
  await dialog.getByLabel(words.version(words.mine, '我去的')).check()
  await expect(save).toBeDisabled()
  await dialog.getByLabel(words.version(words.theirs, '2026-11-02')).check()
  await save.click()
  await expect(window.getByText(round.recorded(person, 'absent'))).toBeVisible()
  expect(await stored()).toMatchObject({
    outcome: 'absent',
    visitedOn: '2026-11-02',
    visitor: '我去的',
    note: '我写的备注',
  })
  await running.app.close()
})
