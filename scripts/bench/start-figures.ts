import { launchArguments } from '../../e2e/testing/launch-app.ts'
import { measureStart, type AppStart } from './app-start.ts'
import { makeBareApp } from './bare-app.ts'
import type { Figure } from './figure.ts'
import { emptyFolder, userWithResidents } from './samples.ts'
import { bareWindowMarks, signInMarks } from './start-page.ts'
import { median } from './statistics.ts'

const repetitions = 9

/** How long it takes from the start of the program until the sign-in page answers a key, beside a window with an empty page. */
export async function startFigures(): Promise<readonly Figure[]> {
  const bare = await makeBareApp()
  const [smallUser, largeUser] = [await userWithResidents(6_500), await userWithResidents(100_000)]
  const bareUser = emptyFolder()
  const product = launchArguments(smallUser).executablePath
  const start = {
    bare: () => measureStart(bare.executable, launchArguments(bareUser).args, bareWindowMarks),
    small: () => measureStart(product, launchArguments(smallUser).args, signInMarks),
    large: () => measureStart(product, launchArguments(largeUser).args, signInMarks),
  }
  const starts = { bare: [] as AppStart[], small: [] as AppStart[], large: [] as AppStart[] }
  // The first round fills the caches of the system and of the profiles, and is not counted.
  for (let round = 0; round <= repetitions; round += 1) {
    for (const name of ['bare', 'small', 'large'] as const) {
      const measured = await start[name]()
      if (round > 0) starts[name].push(measured)
    }
  }
  return [
    compare('sign-in usable, 6,500 residents', 'usable', starts.small, starts.bare, 'bare window', 1.5),
    compare('sign-in usable, 100,000 residents', 'usable', starts.large, starts.bare, 'bare window', 1.5),
    compare('100,000 residents beside 6,500', 'usable', starts.large, starts.small, 'at 6,500', 1.1),
    compare('  until the page begins to load', 'pageBegun', starts.small, starts.bare, 'bare window', null),
    compare('  until the first paint', 'firstPaint', starts.small, starts.bare, 'bare window', null),
    compare('  until the names are painted', 'painted', starts.small, starts.bare, 'bare window', null),
  ]
}

function compare(
  name: string,
  part: keyof AppStart,
  ours: readonly AppStart[],
  peers: readonly AppStart[],
  peerName: string,
  most: number | null,
): Figure {
  const samples = ours.map((start) => start[part])
  const peerSamples = peers.map((start) => start[part])
  return {
    name,
    unit: 'ms',
    ours: median(samples),
    peer: median(peerSamples),
    peerName,
    target: most === null ? null : { kind: 'ratio', most },
    samples,
    peerSamples,
  }
}
