import { isOwnFieldKey, type OwnFieldKind } from '../own-field.ts'
import type { BuiltInImportField, ImportField } from '../roster-import.ts'

/** What stands under each header of the empty roster; our own import passes over the row. */
const templateHints: Partial<Record<BuiltInImportField, string>> = {
  name: '必填，写证件上的姓名',
  sex: '选填，有身份证号可不填',
  idNumber: '必填，18 位；没有证件的不填',
  birth: '选填，例：1945-03-02；只知道年份写 1945',
  lunarBirth: '选填，例：三月初八',
  ethnicGroup: '选填，点小三角选',
  phone: '选填，几个号码用顿号隔开',
  building: '必填，例：3号楼',
  unit: '选填，例：1',
  room: '必填，例：201',
  registeredAddress: '选填，户口本上的地址',
  residenceStatus: '选填，点小三角选',
  livingArrangement: '选填，点小三角选',
  relationToHead: '选填，点小三角选',
  headName: '选填，同一户写同一个户主',
  careTags: '选填，几类用顿号隔开，例：低保、残疾',
  note: '选填',
}

/** The hint of a column; every one begins with a word that a hint row is known by. */
export function templateHint(field: ImportField): string {
  return isOwnFieldKey(field) ? '选填' : (templateHints[field] ?? '选填')
}

/** The same for an own field. */
export function ownTemplateHint(kind: OwnFieldKind): string {
  return {
    text: '选填',
    number: '选填，只写数字',
    date: '选填，例：2026-03-02',
    choice: '选填，点小三角选',
    yesNo: '选填，点小三角选',
  }[kind]
}

/** Words of the empty roster. */
export const templateLabels = {
  fileName: '居民花名册模板.xlsx',
  sheetName: '花名册',
  optionSheetName: '选项',
  font: '宋体',
  wrongChoice: '请从列出的选项里选一个，或者清空这一格。',
} as const
