import { matchCode } from './match-code.ts'

/** Source: GB/T 2261.2-2003. */
export const maritalStatuses = {
  '10': '未婚',
  '20': '已婚',
  '21': '初婚',
  '22': '再婚',
  '23': '复婚',
  '30': '丧偶',
  '40': '离婚',
  '90': '未说明',
} as const satisfies Record<string, string>
export type MaritalStatus = keyof typeof maritalStatuses

/** Older lists have one digit. Source: GB/T 2261.2-2003, DOMAIN 9.2. */
const aliases: Readonly<Record<string, MaritalStatus>> = {
  '1': '10',
  '2': '20',
  '3': '30',
  '4': '40',
  '9': '90',
  有配偶: '20',
  结婚: '20',
  在婚: '20',
  丧夫: '30',
  丧妻: '30',
  丧配: '30',
  离异: '40',
  未说明的婚姻状况: '90',
  不详: '90',
}

/** The code a cell names; undefined when it names none. Source: GB/T 2261.2-2003. */
export function parseMaritalStatus(text: string): MaritalStatus | undefined {
  return matchCode(text, maritalStatuses, aliases)
}

/** What the husband or wife of a dead person becomes. */
export const widowedCode: MaritalStatus = '30'
