import type { CareTag } from './codes/care-tag.ts'
import { codesOfField, conditionFields, type AskedField } from './condition-field.ts'
import { isOwnFieldKey } from './own-field.ts'
import { mayRead, mayReadCareTag } from './record-access.ts'
import { mayReadField } from './resident-field-access.ts'
import { fieldConditionsOf, isGroup } from './resident-condition.ts'
import type { Condition, ConditionGroup, FieldCondition } from './resident-condition.ts'
import type { Actor } from './staff.ts'

/** Whether somebody may ask about a field at all. */
export function mayAskAbout(actor: Actor, field: AskedField): boolean {
  if (isOwnFieldKey(field)) return mayReadField(actor, 'ownValues')
  const { of } = conditionFields[field]
  return of === null || mayReadField(actor, of)
}

/** The fields of a question that are not for this member of staff: the answer would tell what they may not see. */
export function unreadableFields(actor: Actor, group: ConditionGroup): readonly AskedField[] {
  const unreadable = fieldConditionsOf(group).filter((condition) => !mayAsk(actor, condition))
  return [...new Set(unreadable.map(({ field }) => field))]
}

/** The codes of a field that somebody may ask about; those of an own field stand with it. */
export function askableCodes(actor: Actor, field: AskedField): readonly string[] {
  if (isOwnFieldKey(field)) return []
  const codes = codesOfField(field)
  // Every code of that field is a key of the table of tags.
  return field === 'careTags' ? codes.filter((code) => mayReadCareTag(actor, code as CareTag)) : codes
}

/** The same question with every "any" spelled out, so that it means nothing that this member of staff may not see. */
export function spelledOut(actor: Actor, group: ConditionGroup): ConditionGroup {
  return { ...group, conditions: group.conditions.map((condition) => spelledOutOne(actor, condition)) }
}

function spelledOutOne(actor: Actor, condition: Condition): Condition {
  if (isGroup(condition)) return spelledOut(actor, condition)
  const { field, test } = condition
  if (!('codes' in test) || test.codes.length > 0) return condition
  return { ...condition, test: { ...test, codes: [...askableCodes(actor, field)] } }
}

function mayAsk(actor: Actor, { field, test }: FieldCondition): boolean {
  if (!mayAskAbout(actor, field)) return false
  if (field === 'careTags' && 'codes' in test) {
    const askable = askableCodes(actor, field)
    return test.codes.every((code) => askable.includes(code))
  }
  // Ages on other days tell the birthday to whoever tries them one after the other.
  return field !== 'age' || !('on' in test) || test.on === null || mayRead(actor, 'birthDay')
}
