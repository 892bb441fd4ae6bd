import { matchCode } from './match-code.ts'

/** The highest schooling a person has. Source: GB/T 4658-2006. */
export const educations = {
  '10': '研究生教育',
  '11': '博士研究生毕业',
  '12': '博士研究生结业',
  '13': '博士研究生肄业',
  '14': '硕士研究生毕业',
  '15': '硕士研究生结业',
  '16': '硕士研究生肄业',
  '17': '研究生班毕业',
  '18': '研究生班结业',
  '19': '研究生班肄业',
  '20': '大学本科教育',
  '21': '大学本科毕业',
  '22': '大学本科结业',
  '23': '大学本科肄业',
  '28': '大学普通班毕业',
  '30': '大学专科教育',
  '31': '大学专科毕业',
  '32': '大学专科结业',
  '33': '大学专科肄业',
  '40': '中等职业教育',
  '41': '中等专科毕业',
  '42': '中等专科结业',
  '43': '中等专科肄业',
  '44': '职业高中毕业',
  '45': '职业高中结业',
  '46': '职业高中肄业',
  '47': '技工学校毕业',
  '48': '技工学校结业',
  '49': '技工学校肄业',
  '60': '普通高级中学教育',
  '61': '普通高中毕业',
  '62': '普通高中结业',
  '63': '普通高中肄业',
  '70': '初级中学教育',
  '71': '初中毕业',
  '73': '初中肄业',
  '80': '小学教育',
  '81': '小学毕业',
  '83': '小学肄业',
  '90': '其他',
} as const satisfies Record<string, string>
export type Education = keyof typeof educations

const aliases: Readonly<Record<string, Education>> = {
  研究生: '10',
  博士: '11',
  博士研究生: '11',
  硕士: '14',
  硕士研究生: '14',
  本科: '20',
  大学: '20',
  大学本科: '20',
  全日制本科: '20',
  专科: '30',
  大专: '30',
  大学专科: '30',
  高职: '30',
  中专: '41',
  中等专科: '41',
  中职: '40',
  职高: '44',
  职业高中: '44',
  技校: '47',
  技工: '47',
  高中: '60',
  普通高中: '60',
  初中: '70',
  初级中学: '70',
  小学: '80',
  初小: '83',
  高小: '81',
  文盲: '90',
  半文盲: '90',
  不识字: '90',
  其它: '90',
}

/** The code a cell names; undefined when it names none. Source: GB/T 4658-2006. */
export function parseEducation(text: string): Education | undefined {
  return matchCode(text, educations, aliases)
}

/** Whether somebody has at least a junior college education. Source: GB/T 4658-2006, codes 10 to 39. */
export function isCollegeEducated(education: Education | null): boolean {
  return education !== null && Number(education) < 40
}
