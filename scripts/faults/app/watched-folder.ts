import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { FolderMark, FolderQuestion } from '../work/folder-mark.ts'

/** A folder that another process looks at, because the one with the ledger may not read its file. */
export function watchedFolder(folder: string) {
  const marker = fork(join(import.meta.dirname, '../work/folder-mark.ts'), { execArgv: ['--no-warnings'] })
  const ask = async (question: FolderQuestion): Promise<unknown> => {
    marker.send(question)
    const [answer] = (await once(marker, 'message')) as [unknown]
    return answer
  }
  return {
    // The program answers each question with what that question asks for.
    markNow: async () => (await ask({ folder })) as FolderMark,
    /** Whether this ledger in it held the same rows at the last two looks, and nothing else has changed. */
    haveSameRows: async (ledger: string, key: string) => (await ask({ ledger, key })) as boolean,
    end: () => void marker.kill(),
  }
}
