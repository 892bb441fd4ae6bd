import type { z } from 'zod'
import { failed, success, type Reply } from '../../domain/failure.ts'
import { isWithinInputLimits } from './input-limits.ts'

/** Parses what came over IPC; the failure names the first field that is wrong. */
export function parseInput(schema: z.ZodType, input: unknown): Reply<unknown> {
  if (!isWithinInputLimits(input)) return failed('invalidInput')
  const parsed = schema.safeParse(input)
  if (parsed.success) return success(parsed.data)
  const field = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
  return failed('invalidInput', field === '' ? undefined : field)
}
