import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readKeySlots, writeKeySlots } from '../../../db/key/key-file.ts'
import { countWrongTry, readTries } from '../../../db/key/wrong-tries.ts'
import { FailureError } from '../../../domain/failure.ts'
import { copyToStick } from '../../../electron/backup/stick-copy.ts'
import { readPlaceFile, writePlaceFile } from '../../../electron/place-file.ts'
import { writeWholeFile } from '../../../electron/write-whole-file.ts'
import { clockOn, closeOffice } from '../office-ledger.ts'
import { codeOfFailing } from '../oracle/failure-code.ts'
import { contentDigest } from '../oracle/table-digests.ts'
import { faultsOf } from '../oracle/soundness.ts'
import { readImage } from '../shim/disk-image.ts'
import type { DiskImage } from '../shim/recorded-disk.ts'
import { backUp, openKept, restoreKept, type KeptOffice } from './backup-office.ts'
import { halfDone, ledgerWithKeys, offeredBackups } from './backup-states.ts'
import type { DisturbedOrder, FileWork } from './disturbed-order.ts'

/** Where a work happens and what was there before. */
export interface WorkPlace {
  readonly room: string
  readonly source: string
  readonly key: KeptOffice['key']
  readonly before: DiskImage
}

/** One work, ready to begin. */
export interface Doing {
  /** Throws: what the product throws. */
  readonly perform: () => Promise<unknown>
  /** What is wrong with what is there, told whether the work was said to be done. */
  readonly problemsAfter: (isDone: boolean) => Promise<string[]>
  readonly end: () => void
}

/** The names of the files in the room that each work is about. */
export const roomFiles = { ledger: 'office.ledger', place: 'place.json', list: 'list.pdf', stick: 'stick' }

const roundNames = ['round before', 'round after']
const patience = new AbortController().signal

/** Opens what the work needs. */
export async function startFileWork(work: DisturbedOrder['work'], place: WorkPlace): Promise<Doing> {
  const doing = await starters[work](place)
  return {
    ...doing,
    problemsAfter: async (isDone) => [
      ...(await doing.problemsAfter(isDone)),
      ...leftBehind(place),
      ...changedBackups(place),
    ],
  }
}

type Starter = (place: WorkPlace) => Promise<Doing> | Doing

const starters: Readonly<Record<FileWork, Starter>> = {
  backup: (place) => {
    const office = officeIn(place)
    const ledger = openKept(office)
    const content = contentDigest(ledger.raw)
    return {
      perform: () => backUp(ledger, office.key),
      problemsAfter: async (isDone) => {
        const problems = [...faultsOf(ledger.raw)]
        if (contentDigest(ledger.raw) !== content) problems.push('the ledger holds something else')
        const made = [...(await offeredBackups(office))].filter(
          ([name]) => !place.before.has(`backups/${name}`),
        )
        if (isDone && made.length === 0) problems.push('no backup is there')
        if (made.some(([, digest]) => digest !== content)) problems.push('the backup holds something else')
        return problems
      },
      end: () => closeOffice(ledger),
    }
  },
  restore: async (place) => {
    const office = officeIn(place)
    const present = await ledgerWithKeys(office)
    const wanted = await contentOfSource(place)
    let ledger = openKept(office)
    return {
      perform: () => {
        if (!ledger.raw.open) ledger = openKept(office)
        return restoreKept(place.source, office, ledger)
      },
      problemsAfter: async (isDone) => {
        closeOffice(ledger)
        const there = await ledgerWithKeys(office)
        const problems = [...halfDone(office)].map((name) => `left behind: ${name}`)
        if (there !== (isDone ? wanted : present))
          problems.push(isDone ? 'the ledger is not the restored one' : 'the ledger is another one')
        return problems
      },
      end: () => closeOffice(ledger),
    }
  },
  keys: async (place) => {
    const { filePath } = officeIn(place)
    const { slots } = await readKeySlots(filePath)
    return smallFile({
      names: [slots.committeeName, roundNames[1] ?? ''],
      write: (committeeName) => writeKeySlots(filePath, { ...slots, committeeName }),
      read: async () => {
        const found = await readKeySlots(filePath)
        return found.isFromPrevious ? 'only in the copy' : found.slots.committeeName
      },
    })
  },
  place: (place) => {
    const path = join(place.room, roomFiles.place)
    return smallFile({
      names: roundNames,
      write: (name) => writePlaceFile(path, name),
      read: async () => {
        const found = await readPlaceFile(path)
        return found.kind === 'known' && !found.isFromCopy ? found.ledgerFile : found.kind
      },
    })
  },
  tries: (place) => {
    const { filePath } = officeIn(place)
    return smallFile({
      names: ['0', '1'],
      write: async (name) => {
        if (name === '1') await countWrongTry(filePath, 1, clockOn())
      },
      read: async () => String((await readTries(filePath)).reduce((sum, { count }) => sum + count, 0)),
    })
  },
  readKeys: (place) => {
    const { filePath } = officeIn(place)
    return reading(async () => (await readKeySlots(filePath)).isFromPrevious)
  },
  readPlace: (place) => {
    const path = join(place.room, roomFiles.place)
    return reading(async () => {
      const found = await readPlaceFile(path)
      // What the session makes of it.
      if (found.kind === 'blocked') throw new FailureError('placeBlocked')
      return found.kind !== 'known' || found.isFromCopy
    })
  },
  stick: (place) => {
    const folder = join(place.room, roomFiles.stick)
    let name = ''
    return {
      perform: async () => {
        const onProgress = () => undefined
        name = await copyToStick({ source: place.source, folder, onProgress, signal: patience })
      },
      problemsAfter: async (isDone) => {
        if (!isDone) return changed(place, (path) => path.startsWith(roomFiles.stick))
        const isWhole = readFileSync(join(folder, name)).equals(readFileSync(place.source))
        return isWhole ? [] : ['what is on the stick is something else']
      },
      end: () => undefined,
    }
  },
  export: (place) => {
    const path = join(place.room, roomFiles.list)
    const content = Buffer.alloc(200_000, 7)
    return {
      perform: () => writeWholeFile(path, content),
      problemsAfter: async (isDone) => {
        if (!isDone) return changed(place, (one) => one === basename(path))
        return readFileSync(path).equals(content) ? [] : ['the list is another one']
      },
      end: () => undefined,
    }
  },
}

interface SmallFile {
  readonly names: readonly string[]
  readonly write: (name: string) => Promise<unknown>
  readonly read: () => Promise<string>
}

/** One that says the first name and is to say the second. */
function smallFile({ names: [old = '', next = ''], write, read }: SmallFile): Doing {
  return {
    perform: () => write(next),
    problemsAfter: async (isDone) => {
      const there = await read()
      // Written twice: the first time may have come to its end before the second was refused.
      const isRight = there === next || (!isDone && there === old)
      return isRight ? [] : [`the file says ${there}`]
    },
    end: () => undefined,
  }
}

/** Shape: `read` answers whether anything but the file itself had to answer. */
function reading(read: () => Promise<boolean>): Doing {
  let isFromElsewhere = false
  return {
    perform: async () => (isFromElsewhere = await read()),
    problemsAfter: async (isDone) => (isDone && isFromElsewhere ? ['the file itself did not answer'] : []),
    end: () => undefined,
  }
}

function officeIn({ room, key }: WorkPlace): KeptOffice {
  return { filePath: join(room, roomFiles.ledger), key }
}

/** Restores into an empty folder, where nothing disturbs. */
async function contentOfSource({ room, source, key }: WorkPlace): Promise<string> {
  const filePath = join(`${room}-drill`, roomFiles.ledger)
  mkdirSync(`${room}-drill`, { recursive: true })
  const office = { filePath, key }
  if (codeOfFailing(() => readFileSync(filePath)) !== 'none') await restoreKept(source, office, null)
  return ledgerWithKeys(office)
}

/** Half-written files, which nobody takes away before the next work of this kind. */
function leftBehind({ room }: WorkPlace): string[] {
  return [...readImage(room).keys()]
    .filter((path) => /\.(part|copy|new|restoring|next|damaged[^/]*)$/.test(path))
    .map((path) => `left behind: ${path}`)
}

function changedBackups(place: WorkPlace): string[] {
  return changed(place, (path) => path.startsWith('backups/') && path.endsWith('.llbak'), true)
}

/** What of this kind is not as it was; unless only what was there counts, nothing may have been added. */
function changed(
  { room, before }: WorkPlace,
  isMeant: (path: string) => boolean,
  isOldAlone = false,
): string[] {
  const now = readImage(room)
  const paths = [...(isOldAlone ? before.keys() : new Set([...before.keys(), ...now.keys()]))].filter(isMeant)
  const isSame = (path: string) => {
    const [old, there] = [before.get(path), now.get(path)]
    return old === there || (Buffer.isBuffer(old) && Buffer.isBuffer(there) && old.equals(there))
  }
  return paths.filter((path) => !isSame(path)).map((path) => `changed: ${path}`)
}
