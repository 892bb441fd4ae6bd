import { comparedName, type OwnFieldKind, type OwnFieldOwner } from '../own-field.ts'
import { longestOwnValue, type OwnValueProblem } from '../own-value.ts'
import { conditionFieldLabels } from './condition.zh.ts'
import { importFieldLabels } from './import.zh.ts'
import { listColumnLabels } from './resident-list.zh.ts'
import { rosterFieldLabels } from './roster.zh.ts'

export const ownFieldKindLabels = {
  text: '文字',
  number: '数字',
  date: '日期',
  choice: '选项',
  yesNo: '是或否',
} as const satisfies Record<OwnFieldKind, string>

const ownerLabels = { resident: '居民', household: '户' } as const satisfies Record<OwnFieldOwner, string>

/** What is wrong with what was typed into an own field. */
export const ownValueProblems = {
  text: (name: string) => `${name}太长了，最多 ${longestOwnValue} 个字，不能换行。`,
  number: (name: string) => `${name}要填数字，例如 12 或 3.5。`,
  numberTooLong: (name: string) => `${name}的数字太长了，最多 15 位。`,
  date: (name: string) => `${name}：日期看不懂，请写成 2026-3-15；只知道年月写 2026-3。`,
  choice: (name: string) => `请从${name}的选项里选一个。`,
  yesNo: (name: string) => `${name}请填“是”或“否”。`,
} as const satisfies Record<OwnValueProblem, (name: string) => string>

/** Words on the page where the office adds its own fields. */
export const ownFieldLabels = {
  title: '自定义字段',
  back: '回到设置',
  link: '设置自定义字段',
  linkHelp: '软件里没有的资料，例如“是否养犬”“楼道锻炼小组”，可以自己加。',
  intro:
    '加上的字段会出现在居民或户的资料、名单、筛选条件、花名册和导入里。谁都看得到字段的名称；填了什么，只有主任和社工能看。',
  owners: ownerLabels,
  sections: { resident: '居民的字段', household: '户的字段' },
  add: { resident: '给居民加字段', household: '给户加字段' },
  empty: '还没有加过字段。',
  columns: { name: '名称', kind: '填什么', choices: '选项', state: '状态', actions: '操作' },
  inUse: '使用中',
  inList: '使用中，在名单上显示',
  gone: '已删除的字段',
  retired: '不再使用',
  choiceSeparator: '、',
  edit: '修改',
  up: '上移',
  down: '下移',
  retire: '不再使用',
  restore: '重新使用',
  remove: '删除',
  ofField: (action: string, name: string) => `${action}：${name}`,
  saved: (name: string) => `已保存“${name}”。`,
  moved: (name: string) => `已移动“${name}”。`,
  retiredDone: (name: string) => `“${name}”不再使用。已经填过的内容都在，需要时可以重新使用。`,
  restoredDone: (name: string) => `“${name}”可以继续使用了。`,
  removedDone: (name: string) => `已删除“${name}”。`,
  removeTitle: (name: string) => `删除“${name}”？`,
  removeText: '还没有人填过这个字段，删除后不影响任何人的资料。',
  removeConfirm: '删除',
  cancel: '取消',
  dialog: {
    addTitle: { resident: '给居民加一个字段', household: '给户加一个字段' },
    editTitle: (name: string) => `修改字段“${name}”`,
    name: '名称',
    nameHelp: '最多 20 个字，不能和已有的字段同名。',
    kind: '填什么',
    kindFixed: (kind: string) => `已经有人填过，不能改成别的：${kind}`,
    choices: '选项',
    choicesHelp: '改选项的名字，已经选了它的人也跟着改。',
    choice: (order: number) => `选项 ${order}`,
    addChoice: '加一个选项',
    retireChoice: '不再使用',
    restoreChoice: '重新使用',
    removeChoice: '去掉',
    ofChoice: (action: string, name: string) => `${action}选项 ${name}`,
    isInList: '在居民名单上显示一列',
    noChoices: '请至少写一个选项。',
    sameChoice: '有两个选项写得一样，请改掉一个。',
    save: '保存',
  },
  household: { edit: '填写户的自定义字段', title: '户的自定义字段', save: '保存' },
  form: { title: '自定义字段', retired: (name: string) => `${name}（不再使用）` },
} as const

const builtInNames: ReadonlySet<string> = new Set(
  [conditionFieldLabels, importFieldLabels, listColumnLabels, rosterFieldLabels].flatMap((labels) =>
    Object.values(labels).map(comparedName),
  ),
)

/** Whether a field that every record has is called so. */
export function isBuiltInFieldName(name: string): boolean {
  return builtInNames.has(comparedName(name))
}
