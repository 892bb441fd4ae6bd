import { stat } from 'node:fs/promises'

/** Whether two paths lead to one file, however they are written; a path without a file leads to none. */
export async function isSameFile(onePath: string, otherPath: string): Promise<boolean> {
  const [one, other] = await Promise.all([identityOf(onePath), identityOf(otherPath)])
  return one !== undefined && one === other
}

/** Unit: none; the disk and the file's number there, which on Windows is more than a double can hold. */
async function identityOf(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path, { bigint: true })
    return `${dev} ${ino}`
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
