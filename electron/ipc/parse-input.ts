import type { z } from 'zod'
import { failed, success, type Reply } from '../../domain/failure.ts'

const largestInputBytes = 1_000_000

/** Parses what came over IPC; the failure names the first field that is wrong. */
export function parseInput(schema: z.ZodType, input: unknown): Reply<unknown> {
  if (!isAcceptableSize(input)) return failed('invalidInput')
  const parsed = schema.safeParse(input)
  if (parsed.success) return success(parsed.data)
  const field = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
  return failed('invalidInput', field === '' ? undefined : field)
}

function isAcceptableSize(input: unknown): boolean {
  try {
    // The library's types forget that nothing has no text.
    const text = JSON.stringify(input) as string | undefined
    return Buffer.byteLength(text ?? '') <= largestInputBytes
  } catch {
    // Cycles and the like can't be part of any valid input.
    return false
  }
}
