import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calendarDateSchema, partialDateSchema } from '../../../domain/calendar-date.ts'
import { fieldProblems } from '../../../domain/labels/field.zh.ts'
import { personNameSchema } from '../../../domain/person-name.ts'
import { fieldProblem } from './field-problem.ts'

const schema = z.strictObject({
  name: personNameSchema,
  title: z.string().min(1).max(5),
  bornWhen: partialDateSchema,
  seenOn: calendarDateSchema,
  kind: z.enum(['a', 'b']),
})
const labels = { name: '姓名', title: '名称', bornWhen: '出生日期', seenOn: '日期', kind: '类别' }
const sound = { name: '王秀英', title: '一', bornWhen: '1945', seenOn: '2026-01-01', kind: 'a' }

function problemOf(change: Partial<Record<keyof typeof sound, string>>): string | undefined {
  const issue = schema.safeParse({ ...sound, ...change }, { reportInput: true }).error?.issues[0]
  return issue && fieldProblem(issue, labels)
}

describe('the sentence at a field', () => {
  it.each([
    [{}, undefined],
    [{ name: '  ' }, fieldProblems.missing('姓名')],
    [{ title: '' }, fieldProblems.missing('名称')],
    [{ title: '一二三四五六' }, fieldProblems.tooLong(5)],
    [{ kind: 'c' }, fieldProblems.choose('类别')],
    [{ seenOn: 'soon' }, fieldProblems.date],
    [{ seenOn: '2026-02-30' }, fieldProblems.dateImpossible],
    [{ bornWhen: '45' }, fieldProblems.partialDate],
  ])('says what is wrong with %j', (change, sentence) => {
    expect(problemOf(change)).toBe(sentence)
  })
})
