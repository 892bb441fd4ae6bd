import { matchCode } from './match-code.ts'

/** Sex, in the short words that forms print. Source: GB/T 2261.1-2003. */
export const sexes = { '0': '未知', '1': '男', '2': '女', '9': '未说明' } as const satisfies Record<
  string,
  string
>
export type Sex = keyof typeof sexes

const aliases: Readonly<Record<string, Sex>> = {
  未知的性别: '0',
  不详: '0',
  男性: '1',
  男士: '1',
  m: '1',
  male: '1',
  女性: '2',
  女士: '2',
  f: '2',
  female: '2',
  未说明的性别: '9',
}

/** The sex a cell names; undefined when it names none. Source: GB/T 2261.1-2003. */
export function parseSex(text: string): Sex | undefined {
  return matchCode(text, sexes, aliases)
}

/** The code of a sex nobody has told us. */
export const unstatedSex: Sex = '9'
