import type { Figure } from './figure.ts'
import { importRoster, launchForImport, workingTime, type ImportRun } from './import-run.ts'
import { noOffice, officeName, startLibreOffice } from './libre-office.ts'
import { rosterOf } from './samples.ts'
import { median } from './statistics.ts'

const repetitions = 3

/** A 20,000-row workbook read, checked and written, beside LibreOffice converting the same file to CSV. */
export async function importFigures(): Promise<readonly Figure[]> {
  const roster = await rosterOf(20_000)
  const office = await startLibreOffice()
  // Its first start makes a profile, and the file is in the system's cache afterwards.
  await office?.convert(roster, 'csv')
  const runs: ImportRun[] = []
  const conversions: number[] = []
  for (let round = 0; round < repetitions; round += 1) {
    runs.push(await importOnce(roster))
    if (office !== null) conversions.push((await office.convert(roster, 'csv')) / 1000)
  }
  office?.end()
  const seconds = (of: (run: ImportRun) => number) => runs.map((run) => of(run) / 1000)
  const peer = {
    peer: conversions.length === 0 ? null : median(conversions),
    peerName: office === null ? noOffice : `${officeName} to CSV`,
    peerSamples: conversions,
  }
  const noPeer = { peer: null, peerName: '-' }
  const figure = (name: string, samples: readonly number[]) =>
    ({ name, unit: 's', ours: median(samples), samples, target: null }) as const
  return [
    {
      ...figure(
        'import of 20,000 rows: first click to result',
        seconds((run) => run.writing.doneAt - run.reading.startedAt),
      ),
      ...peer,
      target: { kind: 'ratio', most: 1 },
    },
    { ...figure('  without the clicks between', seconds(workingTime)), ...peer },
    {
      ...figure(
        '  reading',
        seconds(({ reading }) => reading.doneAt - reading.startedAt),
      ),
      ...noPeer,
    },
    {
      ...figure(
        '  showing the check',
        seconds(({ checking }) => checking.doneAt - checking.startedAt),
      ),
      ...noPeer,
    },
    {
      ...figure(
        '  writing',
        seconds(({ writing }) => writing.doneAt - writing.startedAt),
      ),
      ...noPeer,
    },
  ]
}

async function importOnce(roster: string): Promise<ImportRun> {
  const running = await launchForImport()
  try {
    return await importRoster(running, roster)
  } finally {
    await running.app.close()
  }
}
