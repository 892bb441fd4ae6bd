import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ChannelName } from '../../../domain/contract.ts'
import type { Reply } from '../../../domain/failure.ts'
import { residentLabels } from '../../../domain/labels/resident.zh.ts'
import { setupLabels } from '../../../domain/labels/setup.zh.ts'
import { launchApp, type RunningApp } from '../../../e2e/testing/launch-app.ts'
import { confirmRecoveryCode, fillInOffice } from '../../../e2e/testing/office-steps.ts'

/** Where the packaged app of this user has its ledger. */
export function ledgerFolderIn(userData: string): string {
  return join(userData, 'ledger')
}

/** The packaged app with an empty office, at whose desk its director sits. */
export async function launchOffice(userData: string): Promise<RunningApp> {
  mkdirSync(userData, { recursive: true })
  const running = await launchApp(userData)
  await fillInOffice(running.window)
  await running.window.getByRole('button', { name: setupLabels.choices.empty.title }).click()
  await confirmRecoveryCode(running.window)
  await waitForList(running.window)
  return running
}

/** Throws: when the residents are not shown. */
export async function waitForList(window: Page): Promise<void> {
  await window.getByRole('heading', { name: residentLabels.list.title, exact: true }).waitFor()
}

/** Asks main as the page itself does. */
export function askFrom(window: Page, channel: ChannelName, input: object): Promise<Reply<unknown>> {
  return window.evaluate(
    ([name, value]) => {
      const { ledger } = globalThis as unknown as {
        readonly ledger: Readonly<Record<string, (value: object) => Promise<Reply<unknown>>>>
      }
      const ask = ledger[name]
      if (ask === undefined) throw new Error('no such door')
      return ask(value)
    },
    [channel, input] as const,
  )
}

/** Unit: milliseconds until the page has painted once more. */
export async function timeToPaint(window: Page): Promise<number> {
  const startedAt = performance.now()
  await window.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  return performance.now() - startedAt
}
