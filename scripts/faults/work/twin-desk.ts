import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ledgerOperations } from '../../../db/ledger-operation-map.ts'
import type { Ledger } from '../../../db/ledger.ts'
import { calendarDateSchema } from '../../../domain/calendar-date.ts'
import type { Clock } from '../../../domain/clock.ts'
import type { ChannelInput, ChannelOutput, LedgerChannel } from '../../../domain/contract.ts'
import { FailureError } from '../../../domain/failure.ts'
import { makePlain } from '../../plain/plain-ledger.ts'
import { closeOffice, openOffice, openPlainOffice } from '../office-ledger.ts'
import { codeOfRejection } from '../oracle/failure-code.ts'
import { wholeDigest } from '../oracle/table-digests.ts'
import type { KeptOffice } from './backup-office.ts'
import type { OfficeStep } from './office-step.ts'
import { patientContext, performStep } from './perform-step.ts'

/** Unit: milliseconds from one thing the office does to the next, so that its work goes over many days. */
const paceMs = 5 * 3_600_000
/** Part of every audit entry; two openings of one ledger would differ in it. */
const bootId = 'a twin of the other ledger'

/** Two desks with the same ledger, one of them not encrypted, at which everything is done twice and compared. */
export interface TwinDesk {
  readonly encrypted: () => Ledger
  readonly plain: () => Ledger
  readonly plainFile: string
  /** Asks both; answers what the encrypted one did, null for a failure. */
  readonly ask: <C extends LedgerChannel>(
    channel: C,
    input: ChannelInput<C>,
  ) => Promise<ChannelOutput<C> | null>
  readonly step: (step: OfficeStep) => Promise<void>
  readonly compareTables: () => void
  /** What differed so far. */
  readonly differences: string[]
  readonly counts: () => { readonly operations: number; readonly refusals: number; readonly digests: number }
  readonly close: () => void
}

/** Takes the encryption off a copy and opens both. */
export function sitAtTwins({ filePath, key }: KeptOffice): TwinDesk {
  const plainFile = join(dirname(filePath), 'plain.ledger')
  copyFileSync(filePath, plainFile)
  makePlain(plainFile, key)
  const counts = { operations: 0, refusals: 0, digests: 0 }
  const differences: string[] = []
  const clock = pacedClock(() => counts.operations)
  const open = () => ({
    encrypted: { ...openOffice(filePath, clock, key), bootId },
    plain: { ...openPlainOffice(plainFile, clock), bootId },
  })
  let twins = open()
  const context = { ...patientContext, key }
  const compare = (what: string, one: unknown, other: unknown) => {
    if (JSON.stringify(one) !== JSON.stringify(other)) differences.push(`${what} differs`)
  }
  const close = () => {
    closeOffice(twins.encrypted)
    closeOffice(twins.plain)
  }
  return {
    encrypted: () => twins.encrypted,
    plain: () => twins.plain,
    plainFile,
    differences,
    counts: () => counts,
    close,
    ask: async (channel, input) => {
      counts.operations += 1
      const work = (ledger: Ledger) => answerOf(() => ledgerOperations[channel](ledger, input, context))
      const [one, other] = [await work(twins.encrypted), await work(twins.plain)]
      compare(`operation ${counts.operations}: the answer of ${channel}`, one, other)
      if ('failure' in one) counts.refusals += 1
      return 'value' in one ? one.value : null
    },
    step: async (step) => {
      counts.operations += 1
      if (step.kind === 'reopen') {
        close()
        twins = open()
        return
      }
      const work = (ledger: Ledger) => codeOfRejection(() => performStep(ledger, step))
      const [one, other] = [await work(twins.encrypted), await work(twins.plain)]
      if (one !== 'none') differences.push(`operation ${counts.operations}: ${step.kind} fails: ${one}`)
      compare(`operation ${counts.operations}: the end of ${step.kind}`, one, other)
    },
    compareTables: () => {
      counts.digests += 1
      const [one, other] = [wholeDigest(twins.encrypted.raw), wholeDigest(twins.plain.raw)]
      compare(`after operation ${counts.operations}: what is in the tables`, one, other)
    },
  }
}

/** The same time at both desks, later with everything they do. */
function pacedClock(doneCount: () => number): Clock {
  const nowAt = () => new Date(Date.UTC(2026, 10, 25) + doneCount() * paceMs).toISOString()
  return { nowAt, todayOn: () => calendarDateSchema.parse(nowAt().slice(0, 10)) }
}

/** An expected failure is an answer like any other; an error of the driver is not hidden. */
async function answerOf<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly failure: unknown }> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof FailureError) return { failure: error.failure }
    throw error
  }
}
