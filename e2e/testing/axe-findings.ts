import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What an accessibility checker finds on the screen shown now: rule and place, nothing else. */
export async function axeFindings(window: Page): Promise<string[]> {
  // Its usual mode opens a second page, which this app refuses to anybody.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}
