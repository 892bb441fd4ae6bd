import { toNestErrors } from '@hookform/resolvers'
import type { FieldError, FieldValues, Resolver } from 'react-hook-form'
import type { z } from 'zod'
import { fieldProblem } from './field-problem.ts'

interface SchemaRules<Values> {
  /** What the fields are called in the sentences, by the last part of their path. */
  readonly labels: Readonly<Record<string, string>>
  /** Instead of those, by path, one sentence for whatever the schema refuses there. */
  readonly sentences?: Readonly<Record<string, string>>
  /** Sentences, by path, for what the schema alone can't tell. */
  readonly furtherProblems?: (
    values: Values,
  ) => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>
}

/** Checks a form by the schema that IPC uses too, and says what is wrong in the clerk's words. */
export function schemaResolver<Values extends FieldValues, Draft>(
  schema: z.ZodType<Draft, Values>,
  { labels, sentences = {}, furtherProblems = () => ({}) }: SchemaRules<Values>,
): Resolver<Values, unknown, Draft> {
  return async (values, _context, options) => {
    const parsed = schema.safeParse(values, { reportInput: true })
    const problems: Record<string, FieldError> = {}
    for (const issue of parsed.error?.issues ?? []) {
      const path = issue.path.join('.')
      problems[path] ??= { type: issue.code, message: sentences[path] ?? fieldProblem(issue, labels) }
    }
    for (const [path, message] of Object.entries(await furtherProblems(values))) {
      problems[path] ??= { type: 'rule', message }
    }
    if (parsed.success && Object.keys(problems).length === 0) return { values: parsed.data, errors: {} }
    return { values: {}, errors: toNestErrors<Values>(problems, options) }
  }
}
