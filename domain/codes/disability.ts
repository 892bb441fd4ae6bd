import { matchCode } from './match-code.ts'

/** Source: GB/T 26341-2010, the 19th character of a disability card's number. */
export const disabilityCategories = {
  '1': '视力残疾',
  '2': '听力残疾',
  '3': '言语残疾',
  '4': '肢体残疾',
  '5': '智力残疾',
  '6': '精神残疾',
  '7': '多重残疾',
} as const satisfies Record<string, string>
export type DisabilityCategory = keyof typeof disabilityCategories

/** The first grade is the most severe. Source: GB/T 26341-2010, the 20th character of the number. */
export const disabilityGrades = {
  '1': '一级',
  '2': '二级',
  '3': '三级',
  '4': '四级',
} as const satisfies Record<string, string>
export type DisabilityGrade = keyof typeof disabilityGrades

const categoryAliases: Readonly<Record<string, DisabilityCategory>> = {
  视力: '1',
  盲: '1',
  听力: '2',
  聋: '2',
  言语: '3',
  语言: '3',
  肢体: '4',
  肢残: '4',
  智力: '5',
  精神: '6',
  多重: '7',
}

const gradeAliases: Readonly<Record<string, DisabilityGrade>> = {
  壹级: '1',
  贰级: '2',
  叁级: '3',
  肆级: '4',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
}

/** The code a cell names; undefined when it names none. Source: GB/T 26341-2010. */
export function parseDisabilityCategory(text: string): DisabilityCategory | undefined {
  return matchCode(text, disabilityCategories, categoryAliases)
}

/** The code a cell names; undefined when it names none. Source: GB/T 26341-2010. */
export function parseDisabilityGrade(text: string): DisabilityGrade | undefined {
  return matchCode(text, disabilityGrades, gradeAliases)
}
