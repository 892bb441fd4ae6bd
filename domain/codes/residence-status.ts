import { matchCode } from './match-code.ts'

/** Where a person lives against where the person is registered. Source: own codes, no national standard. */
export const residenceStatuses = {
  registeredAndLiving: '本社区户籍在住',
  registeredOnly: '户籍外出（空挂）',
  livingOnly: '外地户籍在住',
  floating: '流动人口',
  other: '其他',
} as const satisfies Record<string, string>
export type ResidenceStatus = keyof typeof residenceStatuses

const aliases: Readonly<Record<string, ResidenceStatus>> = {
  人户一致: 'registeredAndLiving',
  人在户在: 'registeredAndLiving',
  户在人在: 'registeredAndLiving',
  常住: 'registeredAndLiving',
  常住人口: 'registeredAndLiving',
  常住户籍: 'registeredAndLiving',
  户籍常住: 'registeredAndLiving',
  户籍: 'registeredAndLiving',
  户籍人口: 'registeredAndLiving',
  本地户籍: 'registeredAndLiving',
  本社区户籍: 'registeredAndLiving',
  户籍在住: 'registeredAndLiving',
  户在人不在: 'registeredOnly',
  户在人不住: 'registeredOnly',
  人户分离外出: 'registeredOnly',
  本社区户籍外出: 'registeredOnly',
  户籍外出: 'registeredOnly',
  空挂: 'registeredOnly',
  空挂户: 'registeredOnly',
  挂户: 'registeredOnly',
  外出: 'registeredOnly',
  人在户不在: 'livingOnly',
  人住户不在: 'livingOnly',
  外地户籍: 'livingOnly',
  外地户籍常住: 'livingOnly',
  非户籍: 'livingOnly',
  非户籍在住: 'livingOnly',
  非户籍常住: 'livingOnly',
  租住: 'livingOnly',
  租户: 'livingOnly',
  租房: 'livingOnly',
  租客: 'livingOnly',
  借住: 'livingOnly',
  寄住: 'livingOnly',
  流动: 'floating',
  暂住: 'floating',
  暂住人口: 'floating',
  外来: 'floating',
  外来人口: 'floating',
  外来流动人口: 'floating',
  其它: 'other',
}

/** The code a cell names; undefined when it names none. Source: own codes, no national standard. */
export function parseResidenceStatus(text: string): ResidenceStatus | undefined {
  return matchCode(text, residenceStatuses, aliases)
}

/** What a roster means that says nothing about it. */
export const usualResidenceStatus: ResidenceStatus = 'registeredAndLiving'
