import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { randomOf, type Random } from '../random.ts'
import { scratchFolder } from '../scratch-folder.ts'
import { differingPaths, markOf, writeImage } from './disk-image.ts'
import { cutKinds, RecordedDisk, type CutKind, type DiskImage } from './recorded-disk.ts'
import type { DiskEvent } from './recording.ts'

/** What is found when the program starts again after a power cut: which of the known states (equal ones all), or what is wrong. */
export type AfterCut = { readonly states: readonly number[] } | { readonly wrong: string }

export interface CutOptions {
  readonly before: DiskImage
  readonly events: readonly DiskEvent[]
  /** The folder as the recorded program left it, against which the recording proves itself complete. */
  readonly after: DiskImage
  readonly pointCount: number
  readonly seed: number
  /** Opens what is in the folder as the program would, and tells which state it is. */
  readonly inspect: (folder: string) => Promise<AfterCut>
  /** Up to which step an acknowledgement says that all is done; null for other words. */
  readonly stepOf: (ack: string) => number | null
}

export interface CutReport {
  readonly pointCount: number
  readonly distinctCount: number
  readonly lost: readonly string[]
}

/** Cuts the power at many points of a recording, in every manner, and looks at what is there afterwards. */
export async function cutPower(options: CutOptions): Promise<CutReport> {
  const { before, events, pointCount, inspect, stepOf } = options
  refuseIncompleteRecording(options)
  const random = randomOf(options.seed)
  const cutsAt = Map.groupBy(chooseCuts(events, pointCount, random), ({ at }) => at)
  const known = new Map<string, AfterCut>()
  const lost: string[] = []
  const disk = new RecordedDisk(before)
  const room = scratchFolder()
  let acknowledged = 0
  try {
    for (let at = 0; at <= events.length; at += 1) {
      for (const { kind } of cutsAt.get(at) ?? []) {
        const image = disk.cut(kind, random)
        const mark = markOf(image)
        const found = known.get(mark) ?? (await inspectIn(join(room, 'office'), image, inspect))
        known.set(mark, found)
        const sentence = lossOf(found, acknowledged)
        if (sentence !== null)
          lost.push(`power cut (${kind}) before event ${at} of ${events.length}: ${sentence}`)
      }
      const event = events[at]
      if (event === undefined) break
      disk.follow(event)
      if (event.kind === 'ack') acknowledged = stepOf(event.text) ?? acknowledged
    }
  } finally {
    rmSync(room, { recursive: true, force: true })
  }
  return { pointCount, distinctCount: known.size, lost }
}

interface Cut {
  /** Before the event of this number. */
  readonly at: number
  readonly kind: CutKind
}

/** A third comes right after acknowledgements, where a loss is plainest; the rest is spread over all. */
function chooseCuts(events: readonly DiskEvent[], pointCount: number, random: Random): readonly Cut[] {
  const afterAcks = events.flatMap((event, index) => (event.kind === 'ack' ? [index + 1] : []))
  const ackCount = Math.min(Math.floor(pointCount / 3), afterAcks.length * cutKinds.length)
  return Array.from({ length: pointCount }, (_, point) => {
    const kind = cutKinds[point % cutKinds.length] ?? 'drop'
    if (point >= ackCount)
      return {
        at: Math.floor(((point - ackCount + random.next()) / (pointCount - ackCount)) * (events.length + 1)),
        kind,
      }
    return { at: afterAcks[Math.floor((point * afterAcks.length) / ackCount)] ?? 0, kind }
  })
}

/** The step that was under way may be there or not; every acknowledged one must be. */
function lossOf(found: AfterCut, acknowledged: number): string | null {
  if ('wrong' in found) return found.wrong
  if (found.states.some((state) => state === acknowledged || state === acknowledged + 1)) return null
  return `${acknowledged} steps were acknowledged, ${found.states.join(' or ')} are there`
}

async function inspectIn(
  folder: string,
  image: DiskImage,
  inspect: (folder: string) => Promise<AfterCut>,
): Promise<AfterCut> {
  writeImage(folder, image)
  try {
    return await inspect(folder)
  } catch (error) {
    return { wrong: `it does not open: ${String(error)}` }
  }
}

/** A call that the shim does not know would make every result worthless. */
function refuseIncompleteRecording({ before, events, after }: CutOptions): void {
  const disk = new RecordedDisk(before)
  for (const event of events) disk.follow(event)
  const different = differingPaths(disk.asSeen(), after)
  if (different.length > 0) throw new Error(`the recording misses changes of ${different.join(', ')}`)
}
