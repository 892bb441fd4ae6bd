import { expect, test } from '@playwright/test'
import { appLabels } from '../domain/labels/app.zh.ts'
import { conditionLabels } from '../domain/labels/condition.zh.ts'
import { dueVisitLabels } from '../domain/labels/due-visit.zh.ts'
import { visitRuleLabels } from '../domain/labels/visit-rule.zh.ts'
import { visitLabels } from '../domain/labels/visit.zh.ts'
import { launchApp } from './testing/launch-app.ts'
import { applyRoster, goTo, previewRoster, roster, setUpOffice } from './testing/office-steps.ts'

const { form, warn } = visitRuleLabels
const { tabs } = appLabels
const name = '每月联系'

test('a rule entered on the screen makes people due, and their visits are written down with the keyboard', async () => {
  const running = await launchApp()
  const { window, app } = running
  await setUpOffice(window)
  await previewRoster(running, roster)
  await applyRoster(window)
  const { keyboard } = window
  await goTo(window, 'visits')
  await window.getByRole('link', { name: tabs.visitRules, exact: true }).click()
  await window.getByRole('button', { name: visitRuleLabels.add }).click()
  const dialog = window.getByRole('dialog', { name: form.newTitle })
  await expect(dialog.getByLabel(form.name)).toBeFocused()
  await keyboard.type(name)

  // Nobody is that old: it is said, and the form is there again.
  await dialog.getByLabel(conditionLabels.dialog.operator('1')).press('Tab')
  await keyboard.type('129')
  await dialog.getByRole('button', { name: form.save, exact: true }).press('Enter')
  const warning = window.getByRole('dialog', { name: warn.title })
  await expect(warning).toContainText(warn.nobody)
  await warning.getByRole('button', { name: warn.back }).press('Enter')
  await dialog.getByRole('radio', { name: form.everybody }).check()
  await dialog.getByRole('button', { name: form.save, exact: true }).press('Enter')
  await expect(window.getByText(visitRuleLabels.saved(name))).toBeVisible()
  await expect(window.getByRole('row', { name: new RegExp(name) })).toContainText('该走访 6 人')

  await window.getByRole('link', { name: tabs.dueVisits, exact: true }).click()
  const list = window.getByRole('list', { name: dueVisitLabels.listName })
  await expect(list.getByRole('listitem')).toHaveCount(6)
  await list.getByRole('button', { name: dueVisitLabels.record, exact: false }).first().press('Enter')
  await keyboard.press('1')
  await window.getByLabel(visitLabels.record.visitor).fill('孙梅')
  await keyboard.press('Enter')
  await expect(window.getByText(dueVisitLabels.recorded(1, 'done'))).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(5)
  // The next one is open and remembers who goes.
  await expect(window.getByRole('radio', { name: '不在家' })).toBeVisible()
  await keyboard.press('2')
  await keyboard.press('Enter')
  await expect(window.getByText(dueVisitLabels.recorded(1, 'absent'))).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(5)
  await keyboard.press('Escape')

  await window.getByRole('link', { name: tabs.visitRules, exact: true }).click()
  await window.getByRole('button', { name: visitRuleLabels.ofRule(visitRuleLabels.switchOff, name) }).click()
  await expect(window.getByText(visitRuleLabels.switched(name, false))).toBeVisible()
  await window.getByRole('link', { name: tabs.dueVisits, exact: true }).click()
  await expect(window.getByText(dueVisitLabels.empty.today)).toBeVisible()
  await app.close()
})
