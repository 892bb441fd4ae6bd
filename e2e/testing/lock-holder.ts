import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Another program that works on the ledger; it lets go when it is told to. */
export interface LockHolder {
  readonly letGo: () => Promise<void>
}

const program = `
  const Database = require('better-sqlite3')
  const database = new Database(process.argv[1])
  database.pragma("cipher = 'sqlcipher'")
  database.pragma('legacy = 4')
  database.pragma(\`key = "x'\${process.argv[2]}'"\`)
  database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
  process.stdout.write('locked')
  process.stdin.once('end', () => {
    database.exec('ROLLBACK')
    database.close()
  }).resume()
`

/** Starts a program of its own that holds the file as SQLite's programs do, for itself alone. */
export async function holdLocked(file: string, key: Buffer): Promise<LockHolder> {
  const holder = spawn(process.execPath, ['--no-warnings', '-e', program, file, key.toString('hex')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(holder, 'exit')
  await Promise.race([once(holder.stdout, 'data'), ended])
  if (holder.exitCode !== null) throw new Error('the ledger could not be held')
  return {
    letGo: async () => {
      holder.stdin.end()
      await ended
    },
  }
}
