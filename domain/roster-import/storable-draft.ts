import { residentDraftSchema, type ResidentDraft } from '../resident.ts'

const fields = Object.entries(residentDraftSchema.shape).map(([key, schema]) => ({
  // Every key of the shape is a key of a draft.
  key: key as keyof ResidentDraft,
  schema,
  /** What the field has taken before: most fields of a roster say few different things. */
  known: new Set<unknown>(),
}))

/** Unit: values of one field; of one that says more, like a name, nothing is looked up any longer. */
const mostKnown = 300

/** Whether each field takes what stands there; the schema of a draft says no more than the schemas of its fields. */
export function isStorable(draft: ResidentDraft): boolean {
  return fields.every(({ key, schema, known }) => {
    const value = draft[key]
    const sign = known.size < mostKnown ? signOf(value) : undefined
    if (sign !== undefined && known.has(sign)) return true
    const isTaken = schema.safeParse(value).success
    if (isTaken && sign !== undefined) known.add(sign)
    return isTaken
  })
}

const emptyList = Symbol('empty list')

/** What stands for a value that is always the same; undefined for an object, which may be another one tomorrow. */
function signOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? emptyList : undefined
  return typeof value === 'object' && value !== null ? undefined : (value ?? null)
}
