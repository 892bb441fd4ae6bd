import { mkdirSync, writeFileSync } from 'node:fs'
import { inProject } from '../setup/project.mjs'
import { longStep } from '../setup/say.mjs'
import { bulkFigures } from './bulk-figures.ts'
import { doorFigures } from './door-figures.ts'
import { dueFigures } from './due-figures.ts'
import { filterFigures } from './filter-figures.ts'
import { duplicateFigures } from './duplicate-figures.ts'
import { figureTable } from './figure-table.ts'
import { isMet, ratioOf, type Figure } from './figure.ts'
import { frameFigures } from './frame-figures.ts'
import { importFigures } from './import-figures.ts'
import { paperFigures } from './paper-figures.ts'
import { clearSamples } from './samples.ts'
import { plainFigures } from './plain-figures.ts'
import { searchFigures } from './search-figures.ts'
import { sizeFigures } from './size-figures.ts'
import { startFigures } from './start-figures.ts'
import { unlockFigures } from './unlock-figures.ts'

interface FigureGroup {
  readonly title: string
  readonly measure: () => Promise<readonly Figure[]>
  /** Measured only when it is named: it compares two builds, not the product with anything. */
  readonly isOnRequest?: boolean
}

const groups: Readonly<Record<string, FigureGroup>> = {
  start: { title: 'Starting the app', measure: startFigures },
  unlock: { title: 'From the key to the list', measure: unlockFigures },
  search: { title: 'Searching while typing', measure: searchFigures },
  filter: { title: 'Filtering by any combination of facts', measure: filterFigures },
  due: { title: 'Whom to visit', measure: dueFigures },
  bulk: { title: 'Changing many at once', measure: bulkFigures },
  duplicates: { title: 'Searching for doubles', measure: duplicateFigures },
  plain: { title: 'The encrypted file beside a plain one', measure: plainFigures },
  import: { title: 'Importing a roster', measure: importFigures },
  paper: { title: 'Saving a visit list as PDF', measure: paperFigures },
  frames: { title: 'Writing 100,000 rows and backing them up', measure: frameFigures },
  size: { title: 'Memory and size', measure: sizeFigures },
  door: {
    title: 'The ledger behind a thread and behind a process',
    measure: doorFigures,
    isOnRequest: true,
  },
}

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in groups))
if (unknown.length > 0) {
  process.stderr.write(
    `There is no figure ${unknown.join(', ')}; there are: ${Object.keys(groups).join(', ')}\n`,
  )
  process.exit(1)
}

clearSamples()
const figures: Figure[] = []
for (const [name, { title, measure, isOnRequest = false }] of Object.entries(groups)) {
  if (named.length === 0 ? isOnRequest : !named.includes(name)) continue
  const measured = (await longStep(title, measure)) as readonly Figure[]
  // Before the next part, which may break off.
  process.stdout.write(`\n${figureTable(measured)}\n\n`)
  figures.push(...measured)
}

const report = inProject('out', 'bench', 'report.json')
mkdirSync(inProject('out', 'bench'), { recursive: true })
writeFileSync(
  report,
  JSON.stringify(
    figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), isMet: isMet(figure) })),
    null,
    2,
  ),
)
process.stdout.write(`\n${figureTable(figures)}\n\nEvery measurement: out/bench/report.json\n`)
