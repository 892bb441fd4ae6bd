import { matchCode } from './match-code.ts'

/** Whom an old person lives with. Source: own codes, no national standard. */
export const livingArrangements = {
  withChildren: '与子女同住',
  withSpouse: '与配偶同住（空巢）',
  alone: '独居',
  loneNoFamily: '孤寡',
  institution: '机构养老',
  other: '其他',
} as const satisfies Record<string, string>
export type LivingArrangement = keyof typeof livingArrangements

const aliases: Readonly<Record<string, LivingArrangement>> = {
  和子女同住: 'withChildren',
  与子女居住: 'withChildren',
  与儿子同住: 'withChildren',
  与女儿同住: 'withChildren',
  同子女居住: 'withChildren',
  随子女居住: 'withChildren',
  与配偶同住: 'withSpouse',
  和配偶同住: 'withSpouse',
  与配偶居住: 'withSpouse',
  与老伴同住: 'withSpouse',
  和老伴同住: 'withSpouse',
  夫妻同住: 'withSpouse',
  空巢: 'withSpouse',
  空巢老人: 'withSpouse',
  独居老人: 'alone',
  独自居住: 'alone',
  单独居住: 'alone',
  一人居住: 'alone',
  独住: 'alone',
  孤寡老人: 'loneNoFamily',
  孤老: 'loneNoFamily',
  无子女无配偶: 'loneNoFamily',
  机构: 'institution',
  养老院: 'institution',
  敬老院: 'institution',
  福利院: 'institution',
  养老机构: 'institution',
  入住养老机构: 'institution',
  住养老院: 'institution',
  其它: 'other',
}

/** The code a cell names; undefined when it names none. Source: own codes, no national standard. */
export function parseLivingArrangement(text: string): LivingArrangement | undefined {
  return matchCode(text, livingArrangements, aliases)
}
