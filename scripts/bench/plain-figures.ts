import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { samplePassword } from '../../domain/sample-account.ts'
import type { ResidentFilter } from '../../domain/resident.ts'
import { ledgerOperations } from '../../db/ledger-operation-map.ts'
import type { OperationContext } from '../../db/ledger-operations.ts'
import { keyFileOf } from '../../db/key/key-file.ts'
import { closeLedger, type Ledger } from '../../db/ledger.ts'
import { signIn } from '../../db/unlocking/sign-in.ts'
import { systemClock } from '../../electron/system-clock.ts'
import { makePlain, openPlain } from '../plain/plain-ledger.ts'
import type { Figure } from './figure.ts'
import { emptyFolder, ledgerWithResidents } from './samples.ts'
import { median } from './statistics.ts'

const repetitions = 25
/** Source: the encrypted ledger stays within this share of the plain one. */
const most = 1.1

const everybody: ResidentFilter = {
  search: '',
  buildingId: null,
  careTag: null,
  ageBand: null,
  presence: 'here',
  condition: null,
  sort: 'address',
}
type Question = (ledger: Ledger, context: OperationContext) => Promise<unknown>

function list(change: Partial<ResidentFilter>, offset = 0): Question {
  const input = { filter: { ...everybody, ...change }, offset, limit: 200 }
  return (ledger, context) => ledgerOperations['resident.list'](ledger, input, context)
}

const questions: Readonly<Record<string, Question>> = {
  'first page of the list': list({}),
  'page in the middle of the list': list({}, 50_000),
  'page in the middle, by name': list({ sort: 'name' }, 50_000),
  'search by pinyin initials': list({ search: 'wxy' }),
  'search by two characters': list({ search: '\u738b\u79c0' }),
  'search by part of an ID number': list({ search: '19560' }),
  'search by part of a phone': list({ search: '1385' }),
}

/** Searching and listing 100,000 residents in the encrypted file, and in the very same file without encryption. */
export async function plainFigures(): Promise<readonly Figure[]> {
  const folder = emptyFolder()
  const source = ledgerWithResidents(100_000)
  const [sealed, plain] = [join(folder, 'sealed.db'), join(folder, 'plain.db')]
  for (const copy of [sealed, plain]) {
    copyFileSync(source, copy)
    copyFileSync(keyFileOf(source), keyFileOf(copy))
  }
  const place = { filePath: sealed, clock: systemClock }
  const { ledger, key, actor } = await signIn(place, { staffId: 1, password: samplePassword })
  makePlain(plain, key)
  const peer = openPlain(plain, systemClock, actor)
  const context = { key, reportProgress: () => undefined, isCancelled: () => false }
  const figures: Figure[] = []
  for (const [name, question] of Object.entries(questions)) {
    const [samples, peerSamples]: [number[], number[]] = [[], []]
    // The first round fills both caches and is not counted; the order changes, so that none is always second.
    for (let round = 0; round <= repetitions; round += 1) {
      const pair = [
        [ledger, samples],
        [peer, peerSamples],
      ] as const
      for (const [one, times] of round % 2 === 0 ? pair : pair.toReversed()) {
        // Another search in between: the last answer is remembered.
        await list({ search: `no such ${round}` })(one, context)
        const startedAt = performance.now()
        await question(one, context)
        if (round > 0) times.push(performance.now() - startedAt)
      }
    }
    figures.push({
      name: `${name}, 100,000`,
      unit: 'ms',
      ours: median(samples),
      peer: median(peerSamples),
      peerName: 'plain file',
      target: { kind: 'ratio', most },
      samples,
      peerSamples,
    })
  }
  for (const one of [ledger, peer]) closeLedger(one)
  return figures
}
