import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What an accessibility checker finds on the screen shown now: rule and place, nothing else. */
export async function axeFindings(window: Page): Promise<string[]> {
  // Its usual mode opens a second page, which this app refuses to anybody.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

/** Looks at one screen after the other and remembers what was found on each. */
export function inspector(window: Page) {
  const findings: Record<string, string[]> = {}
  return {
    look: async (screen: string) => {
      // Pages come in on demand: an empty window would have nothing to find.
      await window.getByRole('heading').first().waitFor()
      expect(Object.keys(findings)).not.toContain(screen)
      findings[screen] = await axeFindings(window)
    },
    expectNothing: (screenCount: number) => {
      expect(Object.values(findings)).toHaveLength(screenCount)
      expect(Object.fromEntries(Object.entries(findings).filter(([, found]) => found.length > 0))).toEqual({})
    },
  }
}
