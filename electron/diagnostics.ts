import { app, screen } from 'electron'
import { readdir, readFile, stat, statfs } from 'node:fs/promises'
import { freemem, release, totalmem, version } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { keyFileOf } from '../db/key/key-file.ts'
import type { AppState } from '../domain/app-state.ts'
import { diagnosticsLabels as words, type DiagnosticsFact } from '../domain/labels/diagnostics.zh.ts'
import { gatherFolderFacts } from './folder-facts.ts'
import { logFile } from './log.ts'
import { systemClock } from './system-clock.ts'

const bytesPerMegabyte = 2 ** 20

/** Unit: lines. */
const newestLogLines = 80

type Fact = readonly [DiagnosticsFact, string]

/** A text for whoever helps by phone: the program and the PC, nobody's name and no folder's. */
export async function diagnosticsText(state: AppState, ledgerFile: string | null): Promise<string> {
  const facts: readonly Fact[] = [
    ...programFacts(),
    ...stateFacts(state),
    ...(ledgerFile === null ? [] : await fileFacts(ledgerFile)),
  ]
  const lines = facts.map(([name, value]) => words.fact(name, value))
  return [words.heading, words.promise, '', ...lines, '', words.fact('log', ''), await newestLog(), ''].join(
    '\r\n',
  )
}

function programFacts(): Fact[] {
  const { electron, chrome, node } = process.versions
  const screens = screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => words.screen(size.width, size.height, scaleFactor * 100))
  return [
    ['madeAt', systemClock.nowAt()],
    ['version', app.getVersion()],
    [
      'runtime',
      [`Electron ${electron}`, `Chromium ${chrome}`, `Node ${node}`, process.arch].join(words.separator),
    ],
    ['system', `${process.platform} ${release()} ${version()}`],
    ['memory', `${megabytes(freemem())} / ${megabytes(totalmem())}`],
    ['screen', screens.join(words.separator)],
  ]
}

function stateFacts(state: AppState): Fact[] {
  const phase: Fact = ['phase', state.phase]
  if (state.phase === 'failure') return [phase, ['failure', words.failure(state.failure)]]
  if (state.phase !== 'ready') return [phase]
  return [
    phase,
    ['residentCount', String(state.residentCount)],
    ['notices', state.notices.length === 0 ? words.none : state.notices.join(words.separator)],
  ]
}

async function fileFacts(ledgerFile: string): Promise<Fact[]> {
  const folder = dirname(ledgerFile)
  const { drive } = await gatherFolderFacts({
    folder,
    ledgerName: basename(ledgerFile),
    personalFolders: [],
    environment: process.env,
  })
  return [
    ['drive', words.drives[drive]],
    ['freeSpace', await freeSpace(folder)],
    ['ledgerFile', await sizeOf(ledgerFile)],
    ['wal', await sizeOf(`${ledgerFile}-wal`)],
    ['keyFile', await sizeOf(keyFileOf(ledgerFile))],
    ['backups', await backupsIn(join(folder, 'backups'))],
  ]
}

async function freeSpace(folder: string): Promise<string> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return megabytes(bavail * bsize)
  } catch {
    return words.missing
  }
}

async function sizeOf(path: string): Promise<string> {
  try {
    const { size, mtime } = await stat(path)
    return words.size((size / bytesPerMegabyte).toFixed(2), mtime.toISOString())
  } catch {
    return words.missing
  }
}

async function backupsIn(folder: string): Promise<string> {
  try {
    const names = await readdir(folder)
    const times = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs))
    return names.length === 0
      ? words.none
      : words.backupCount(names.length, new Date(Math.max(...times)).toISOString())
  } catch {
    return words.none
  }
}

function megabytes(bytes: number): string {
  return words.megabytes((bytes / bytesPerMegabyte).toFixed(0))
}

async function newestLog(): Promise<string> {
  try {
    const lines = (await readFile(logFile(), 'utf8')).trimEnd().split(/\r?\n/)
    return lines.slice(-newestLogLines).join('\r\n')
  } catch {
    return words.none
  }
}
