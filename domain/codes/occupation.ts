import { matchCode } from './match-code.ts'

/** What a person does for a living. Source: GB/T 2261.4-2003. */
export const occupations = {
  '11': '国家公务员',
  '13': '专业技术人员',
  '17': '职员',
  '21': '企业管理人员',
  '24': '工人',
  '27': '农民',
  '31': '学生',
  '37': '现役军人',
  '51': '自由职业者',
  '54': '个体经营者',
  '70': '无业人员',
  '80': '退（离）休人员',
  '90': '其他',
} as const satisfies Record<string, string>
export type Occupation = keyof typeof occupations

const aliases: Readonly<Record<string, Occupation>> = {
  公务员: '11',
  专技人员: '13',
  教师: '13',
  医生: '13',
  工程师: '13',
  企业职员: '17',
  公司职员: '17',
  在职: '17',
  企业管理: '21',
  职工: '24',
  务工: '24',
  打工: '24',
  务农: '27',
  在校学生: '31',
  在读: '31',
  学龄前儿童: '90',
  军人: '37',
  自由职业: '51',
  灵活就业: '51',
  个体: '54',
  个体户: '54',
  经商: '54',
  无业: '70',
  失业: '70',
  待业: '70',
  家务: '70',
  退休: '80',
  离休: '80',
  离退休: '80',
  退休人员: '80',
  退休职工: '80',
  离退休人员: '80',
  其它: '90',
}

/** The code a cell names; undefined when it names none. Source: GB/T 2261.4-2003. */
export function parseOccupation(text: string): Occupation | undefined {
  return matchCode(text, occupations, aliases)
}
