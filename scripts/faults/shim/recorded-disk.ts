import { dirname } from 'node:path'
import type { Random } from '../random.ts'
import { GrowingFile, type FileChange } from './growing-file.ts'
import type { DiskEvent } from './recording.ts'

/** How a disk without power treats what was never flushed. */
export const cutKinds = ['drop', 'subset', 'torn'] as const
export type CutKind = (typeof cutKinds)[number]

/** Shape: the bytes of each file by its path, null for a folder. */
export type DiskImage = ReadonlyMap<string, Buffer | null>

interface FileOnDisk {
  /** What every program sees, flushed or not. */
  readonly seen: GrowingFile
  /** What a flush has promised. */
  readonly durable: GrowingFile
  readonly pending: FileChange[]
}

type Entry = FileOnDisk | 'folder'

type NameChange =
  | { readonly kind: 'add'; readonly path: string; readonly entry: Entry }
  | { readonly kind: 'remove'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }

/**
 * Follows a recording and knows at each point which states the power could leave behind: a change of a file is safe
 * once that file was flushed, a name once its folder was; of the rest the disk has any part, names in their order.
 */
export class RecordedDisk {
  /** As the program sees it. */
  readonly #live: Map<string, Entry>
  readonly #durableNames: Map<string, Entry>
  #pendingNames: NameChange[] = []

  constructor(start: DiskImage) {
    this.#live = new Map([...start].map(([path, bytes]) => [path, bytes === null ? 'folder' : fileOf(bytes)]))
    this.#durableNames = new Map(this.#live)
  }

  follow(event: DiskEvent): void {
    switch (event.kind) {
      case 'create':
        return this.#changeNames({ kind: 'add', path: event.path, entry: fileOf(Buffer.alloc(0)) })
      case 'makeFolder':
        return this.#changeNames({ kind: 'add', path: event.path, entry: 'folder' })
      case 'remove':
        return this.#changeNames({ kind: 'remove', path: event.path })
      case 'rename':
        return this.#changeNames({ kind: 'rename', path: event.path, to: event.to })
      case 'write':
        return change(this.#file(event.path), { kind: 'write', offset: event.offset, bytes: event.bytes })
      case 'truncate':
        return change(this.#file(event.path), { kind: 'truncate', length: event.length })
      case 'sync':
        return this.#sync(event.path)
      case 'failedSync':
        // The system takes such pages for written: they are seen, but no later flush brings them to the disk.
        if (this.#live.get(event.path) !== 'folder' && event.path !== '')
          this.#file(event.path).pending.length = 0
        return
      case 'ack':
        return
    }
  }

  /** What the disk holds when the power goes now. */
  cut(kind: CutKind, random: Random): DiskImage {
    const names = new Map(this.#durableNames)
    const nameCount = kind === 'drop' ? 0 : random.below(this.#pendingNames.length + 1)
    for (const change of this.#pendingNames.slice(0, nameCount)) applyNameChange(names, change)
    return imageOf(names, (file) => {
      const content = GrowingFile.from(file.durable)
      for (const change of file.pending) {
        if (kind === 'torn') content.applyTorn(change, random)
        else if (kind === 'subset' && random.chance(0.5)) content.apply(change)
      }
      return content.content()
    })
  }

  /** What the program sees: everything it did, flushed or not. */
  asSeen(): DiskImage {
    return imageOf(this.#live, (file) => file.seen.content())
  }

  #file(path: string): FileOnDisk {
    const entry = this.#live.get(path)
    if (entry === undefined || entry === 'folder')
      throw new Error('the recording changes a file that is not there')
    return entry
  }

  #changeNames(change: NameChange): void {
    applyNameChange(this.#live, change)
    this.#pendingNames.push(change)
  }

  #sync(path: string): void {
    const entry = path === '' ? 'folder' : this.#live.get(path)
    if (entry === 'folder') {
      const isHere = (change: NameChange) =>
        folderOf(change.kind === 'rename' ? change.to : change.path) === path
      for (const change of this.#pendingNames.filter(isHere)) applyNameChange(this.#durableNames, change)
      this.#pendingNames = this.#pendingNames.filter((change) => !isHere(change))
    } else if (entry !== undefined) {
      for (const one of entry.pending.splice(0)) entry.durable.apply(one)
    }
  }
}

function fileOf(bytes: Buffer): FileOnDisk {
  return {
    seen: new GrowingFile(Buffer.from(bytes)),
    durable: new GrowingFile(Buffer.from(bytes)),
    pending: [],
  }
}

function change(file: FileOnDisk, one: FileChange): void {
  file.seen.apply(one)
  file.pending.push(one)
}

function folderOf(path: string): string {
  const folder = dirname(path)
  return folder === '.' ? '' : folder
}

function applyNameChange(names: Map<string, Entry>, change: NameChange): void {
  if (change.kind === 'add') names.set(change.path, change.entry)
  else if (change.kind === 'remove') names.delete(change.path)
  else renameIn(names, change.path, change.to)
}

function renameIn(names: Map<string, Entry>, from: string, to: string): void {
  for (const [path, entry] of [...names]) {
    if (path !== from && !path.startsWith(`${from}/`)) continue
    names.delete(path)
    names.set(to + path.slice(from.length), entry)
  }
}

function imageOf(names: ReadonlyMap<string, Entry>, contentOf: (file: FileOnDisk) => Buffer): DiskImage {
  const image = new Map<string, Buffer | null>()
  for (const [path, entry] of [...names].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const folder = folderOf(path)
    // A file whose folder never reached the disk can't be found again.
    if (folder !== '' && !image.has(folder)) continue
    image.set(path, entry === 'folder' ? null : contentOf(entry))
  }
  return image
}
