import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** An office suite that does the same job, with a profile of its own; null where it is not installed. */
export interface LibreOffice {
  /** Converts a file and answers how many milliseconds that took, the program's own start included. */
  readonly convert: (filePath: string, kind: 'csv' | 'pdf') => Promise<number>
  readonly end: () => void
}

/** What stands in a figure's second column where the office suite is missing. */
export const officeName = 'LibreOffice'
export const noOffice = 'not installed'

export async function startLibreOffice(): Promise<LibreOffice | null> {
  try {
    await run('soffice', ['--version'])
  } catch {
    // Not on the path: the figures then have nothing beside them.
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'linli-bench-office-'))
  return {
    convert: async (filePath, kind) => {
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
      const made = join(folder, `${basename(filePath, extname(filePath))}.${kind}`)
      rmSync(made, { force: true })
      const startedAt = performance.now()
      await run('soffice', [profile, '--headless', '--convert-to', kind, '--outdir', folder, filePath])
      const took = performance.now() - startedAt
      if (!existsSync(made)) throw new Error('LibreOffice made no file')
      return took
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
