import { grouped } from './grouped.ts'

/** Words for choosing one resident by searching. */
export const pickerLabels = {
  search: '查找居民',
  clearSearch: '清空查找',
  searchHelp: '可以输入姓名、拼音首字母、身份证号、电话或住址的一部分。',
  resultsName: '查找结果',
  resultCount: (count: number) =>
    count > 20 ? `找到 ${grouped(count)} 人，只列前 20 人，请再输几个字。` : `找到 ${grouped(count)} 人`,
  noResult: '没有找到。请换一个写法，或先到“居民”里登记这个人。',
  chosen: (name: string) => `已选：${name}`,
  residentMissing: '请先在查找结果里选一个人。',
  person: (sex: string, age: number | null) => (age === null ? sex : `${sex}，${age} 岁`),
} as const
