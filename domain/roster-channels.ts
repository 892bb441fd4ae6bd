import { z } from 'zod'
import { paperSizes } from './paper-size.ts'
import { rosterKindSchema, rosterListSchema, rosterQuestionSchema } from './roster.ts'

/** The channels of rosters, a part of the contract. */
export const rosterChannels = {
  /** The office's own kinds, by name. */
  'rosterKind.list': { input: z.strictObject({}), output: z.array(rosterKindSchema) },
  /** A new kind without an id. Refused when another has the name, or when it was changed meanwhile. */
  'rosterKind.save': {
    input: z.strictObject({
      id: z.int().nullable(),
      revision: z.int().nullable(),
      kind: rosterKindSchema.pick({ name: true, roster: true }),
    }),
    output: rosterKindSchema,
  },
  'rosterKind.remove': {
    input: z.strictObject({ id: z.int(), revision: z.int() }),
    output: z.strictObject({}),
  },
  /** For looking at it before it is printed: some of its people, with masked numbers. */
  'paper.roster': {
    input: rosterQuestionSchema.extend({ offset: z.int().min(0), limit: z.int().min(1).max(200) }),
    output: rosterListSchema.extend({ totalCount: z.int() }),
  },
  /** The printer each size of paper last went to. */
  'paper.usualPrinters': {
    input: z.strictObject({}),
    output: z.partialRecord(z.enum(paperSizes), z.string()),
  },
} as const
