import { chmodSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { makeFolder } from '../../../db/make-folder.ts'

/** Somewhere to carry a backup to, as an office may have it. */
export interface OddTarget {
  readonly name: string
  /** Makes it on the medium and answers the folder. Throws: where the medium takes no such name. */
  readonly make: (medium: string, source: string) => string
  /** What may be told of it besides that the backup is there. */
  readonly codes: readonly string[]
}

const han = '\u793e\u533a\u5907\u4efd'
const rare = '\u{20bb7}\u{1f600}\u{1f469}\u200d\u{1f33e}'

/** Names that the medium may refuse are made all the same: then nobody finds a folder of that name. */
function folder(name: string, parts: readonly string[], codes: readonly string[] = []): OddTarget {
  return {
    name,
    codes,
    make: (medium) => {
      const path = join(medium, ...parts)
      makeFolder(path)
      return path
    },
  }
}

/** The same folder with something in the place of the backup that is to be written. */
function taken(name: string, put: (path: string, source: string) => void, ending = ''): OddTarget {
  return {
    name,
    codes: [],
    make: (medium, source) => {
      const path = join(medium, name)
      mkdirSync(path)
      put(join(path, basename(source)) + ending, source)
      return path
    },
  }
}

const notThere = ['stickGone', 'stickBlocked']

export const oddTargets: readonly OddTarget[] = [
  folder('the medium itself', []),
  folder('200 letters', ['a'.repeat(200)]),
  folder('84 Han characters', [han.repeat(21)]),
  folder('spaces', ['a folder', '  two  before and between']),
  folder('Han and rare characters', [han, rare]),
  folder(
    'twelve deep',
    Array.from({ length: 12 }, (_, depth) => `${han}-${depth}-${'b'.repeat(30)}`),
  ),
  folder('composed', ['\u00e9'.repeat(20)]),
  folder('decomposed', ['e\u0301'.repeat(20)]),
  folder('a dot at its end', ['folder.'], notThere),
  ...[...':?*"<>|\\'].map((sign) => folder(`a ${sign} in it`, [`a${sign}b`], notThere)),
  taken('a read-only file of that name', (path, source) => {
    copyFileSync(source, path)
    readOnly(path)
  }),
  taken('a folder of that name', (path) => mkdirSync(path)),
  taken('an empty file of that name', (path) => writeFileSync(path, '')),
  taken('a half-written one', (path) => writeFileSync(path, 'half'), '.part'),
  taken('a folder in the place of the half', (path) => mkdirSync(path), '.part'),
  taken('that name in capitals', (path, source) => copyFileSync(source, path.replace(/llbak$/, 'LLBAK'))),
  {
    name: 'a file instead of a folder',
    codes: ['stickGone', 'stickBlocked'],
    make: (medium) => {
      const path = join(medium, 'no folder')
      writeFileSync(path, 'no folder')
      return path
    },
  },
  {
    name: 'a folder that is gone',
    codes: ['stickGone'],
    make: (medium) => {
      const path = join(medium, 'gone')
      mkdirSync(path)
      rmSync(path, { recursive: true })
      return path
    },
  },
]

/** Some media know no rights. */
function readOnly(path: string): void {
  try {
    chmodSync(path, 0o444)
  } catch {
    // See above.
  }
}
