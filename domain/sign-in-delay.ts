import { z } from 'zod'

const freeTries = 4
const secondsAfter = [30, 120, 600] as const

/** Shape: wrong passwords typed for one member of staff since the last right one. */
export const wrongTriesSchema = z.strictObject({
  staffId: z.int().nullable(),
  count: z.int().min(1),
  lastAt: z.iso.datetime(),
})
export type WrongTries = z.infer<typeof wrongTriesSchema>

/** Unit: seconds until the next try is let through; a clock that was set back never lengthens one step's wait. */
export function secondsToWait(tries: WrongTries | undefined, nowAt: string): number {
  if (tries === undefined || tries.count <= freeTries) return 0
  const step = Math.min(tries.count - freeTries, secondsAfter.length) - 1
  const wait = secondsAfter[step] ?? 0
  const elapsed = (Date.parse(nowAt) - Date.parse(tries.lastAt)) / 1000
  if (elapsed < 0) return wait
  return Math.max(0, Math.ceil(wait - elapsed))
}
