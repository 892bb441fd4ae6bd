import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { recoveryTexts } from '../../../domain/labels/recovery.zh.ts'
import { launchArguments } from '../../../e2e/testing/launch-app.ts'
import { collectMisses, type Experiment } from '../experiment.ts'
import { differingPaths, readImage } from '../shim/disk-image.ts'
import { launchOffice, ledgerFolderIn } from '../work/app-window.ts'
import { copyPackage } from '../work/package-copy.ts'

const longestMs = 20_000
/** Where ELF says for which processor it is, and the number of one that this is not. Source: elf(5). */
const machineAt = 18
const otherMachine = { x64: 0xb7, other: 0x3e }

/** Each is put in the place of the native module; null takes it away. */
const spoilings: Readonly<Record<string, (bytes: Buffer) => Buffer | null>> = {
  missing: () => null,
  'cut in half': (bytes) => bytes.subarray(0, bytes.length / 2),
  'for another processor': (bytes) => {
    const other = Buffer.from(bytes)
    other.writeUInt16LE(process.arch === 'x64' ? otherMachine.x64 : otherMachine.other, machineAt)
    return other
  },
  empty: () => Buffer.alloc(0),
  'short of its end': (bytes) => bytes.subarray(0, bytes.length - 5000),
  'a text': (bytes) => Buffer.alloc(bytes.length, 'no program '),
  'one bit off': (bytes) => {
    const other = Buffer.from(bytes)
    other.writeUInt8((other[bytes.length >> 1] ?? 0) ^ 1, bytes.length >> 1)
    return other
  },
}

/** A program of which a file is broken says so in a sentence that names it, ends, and leaves the ledger alone. */
export const brokenProgram: Experiment = {
  id: 'O4',
  what: 'packaged app: native module missing, cut off, of another processor; what is said and what it ends with',
  needsWindow: true,
  run: async ({ folder, size }) => {
    const { misses, expect } = collectMisses()
    const kinds = Object.entries(spoilings).slice(0, size({ fast: 3, ci: 7, release: 7 }))
    const userData = join(folder, 'user')
    await (await launchOffice(userData)).app.close()
    const before = readImage(ledgerFolderIn(userData))
    const copy = copyPackage('release')
    try {
      const bytes = readFileSync(copy.nativeFile)
      for (const [name, spoil] of kinds) {
        const spoilt = spoil(bytes)
        // Never into the file itself, which is the package's own.
        rmSync(copy.nativeFile, { force: true })
        if (spoilt !== null) writeFileSync(copy.nativeFile, spoilt)
        const { code, said } = await startAndWait(copy.executable, userData)
        const { title, message } = recoveryTexts.programDamaged
        expect(code === 1, `${name}: it ends with ${String(code)}`)
        expect(
          said.includes(title) && said.includes(message),
          `${name}: it says nothing of a new installation`,
        )
        expect(said.includes(basename(copy.nativeFile)), `${name}: it names no file`)
        expect(!said.includes(copy.nativeFile), `${name}: it names a folder`)
        const changed = differingPaths(before, readImage(ledgerFolderIn(userData)))
        expect(changed.length === 0, `${name}: ${changed.join(' ')} changed`)
      }
      rmSync(copy.nativeFile, { force: true })
      writeFileSync(copy.nativeFile, bytes)
      const whole = await startAndWait(copy.executable, userData, 3000)
      expect(
        whole.code === null && !whole.said.includes(recoveryTexts.programDamaged.title),
        'whole: it is refused',
      )
    } finally {
      copy.remove()
    }
    return { triedCount: kinds.length, misses }
  },
}

/** Without a screen of its own toolkit the system's error box is written where errors are written. */
async function startAndWait(
  executable: string,
  userData: string,
  patienceMs = longestMs,
): Promise<{ readonly code: number | null; readonly said: string }> {
  const { args } = launchArguments(userData)
  const program = spawn(executable, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  })
  let said = ''
  program.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = (await once(program, 'close')) as [number | null]
  return { code, said }
}
