import { app } from 'electron'
import { join } from 'node:path'
import { firstSettings, settingsSchema, type TextSize } from '../domain/committee.ts'
import { readSmallState, writeSmallState } from '../db/small-state-file.ts'
import { logUnexpected } from './log.ts'

const schema = settingsSchema.pick({ textSizePercent: true })

/** How large this PC's letters are, also while the ledger that says so is locked. */
export interface RememberedTextSize {
  readonly now: () => Promise<TextSize>
  readonly remember: (size: TextSize) => void
}

export function startTextSize(): RememberedTextSize {
  const path = join(app.getPath('userData'), 'text-size.json')
  let size = read(path)
  let writing: Promise<unknown> = size
  const write = async (next: TextSize) => {
    const before = await size
    size = Promise.resolve(next)
    if (next !== before) await writeSmallState(path, { textSizePercent: next })
  }
  return {
    now: () => size,
    remember: (next) => {
      // The letters of one start are no reason to trouble anybody.
      writing = writing.then(() => write(next)).catch((error: unknown) => logUnexpected('text size', error))
    },
  }
}

/** A file that is lost or broken costs one look at small letters. */
async function read(path: string): Promise<TextSize> {
  const state = await readSmallState(path, (value) => schema.parse(value))
  return state.kind === 'current' || state.kind === 'previous'
    ? state.value.textSizePercent
    : firstSettings.textSizePercent
}
