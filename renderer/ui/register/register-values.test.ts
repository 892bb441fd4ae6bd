import { describe, expect, it } from 'vitest'
import { registerFormSchema, registerValues } from './register-values.ts'

const facility = (areaTenthsM2: string) => {
  const values = { ...registerValues('facility', null, {}), name: '\u6d3b\u52a8\u5ba4', areaTenthsM2 }
  return registerFormSchema('facility').safeParse(values)
}
const organisation = (memberCount: string) => {
  const values = { ...registerValues('partyOrganisation', null, {}), name: '\u652f\u90e8', memberCount }
  return registerFormSchema('partyOrganisation').safeParse(values)
}

describe('numbers of a register', () => {
  it('are read as they are typed, also with the wide digits of an input method', () => {
    expect(facility('\uff11\uff12\uff0e\uff15').data).toMatchObject({ areaTenthsM2: 125 })
    expect(facility('0.3').data).toMatchObject({ areaTenthsM2: 3 })
    expect(facility('').data).toMatchObject({ areaTenthsM2: null })
    expect(organisation(' \uff18\uff10 ').data).toMatchObject({ memberCount: 80 })
  })

  it.each(['1e3', '0x10', '12.55', '-1', '.5', '12.', 'x'])('are refused when written as %s', (typed) => {
    expect(facility(typed).success).toBe(false)
    expect(organisation(typed).success).toBe(false)
  })

  it('keep a figure as it is written, in plain digits', () => {
    const values = {
      ...registerValues('yearlyFigure', null, {}),
      ...{ indicator: '\u603b\u6237\u6570', asOfOn: '2026-11-25', value: '\uff0d\uff13\uff0e\uff12\uff15' },
    }
    expect(registerFormSchema('yearlyFigure').safeParse(values).data).toMatchObject({ value: '-3.25' })
  })
})
