import type { ExpiredPerson } from '../retention.ts'
import { grouped } from './grouped.ts'

/** Words of records whose time is over. */
export const retentionLabels = {
  page: {
    title: '个人信息保护',
    back: '回到设置',
    open: '告知书的内容和保存年限',
    openHelp: '告诉居民怎样使用他们的信息，请他们签名；资料保存多久，期满怎样删除。',
  },
  rules: {
    title: '资料保存多久',
    undecided:
      '⚠ 下面的年限是软件给的参考，不是规定。保存多久由本单位决定：请按街道和档案部门的要求填好，再点保存。没有保存以前，期满的资料不能删除。',
    decided: '期满的人列在“保存期满的资料”里，由主任决定是否删除。不会自动删除。',
    movedOutYears: '迁出以后保存几年',
    deceasedYears: '去世以后保存几年',
    wrong: '请填 1 到 100 的整数。',
    save: '按这个年限保存',
    saved: '保存年限已记下。',
    list: '保存期满的资料',
  },
  list: {
    title: '保存期满的资料',
    back: '回到个人信息保护',
    help: '迁出或去世以后，过了本单位规定年限的人列在这里。删除前请先想好：档案要留的，先打印归档。',
    empty: '没有保存期满的人。',
    undecided: '保存年限还没有定。请先到“个人信息保护”里填好年限并保存，再删除。',
    caption: '保存期满的人',
    name: '姓名',
    address: '原住址',
    presence: '去向',
    goneOn: '迁出或去世日期',
    endedOn: '期满日期',
    choose: (name: string) => `选中${name}`,
    chooseAll: '选中列出的人（一次最多 200 人）',
    total: (count: number) => `共 ${grouped(count)} 人`,
    chosen: (count: number) => `已选 ${grouped(count)} 人`,
    gone: { movedOut: '迁出', deceased: '去世', here: '', deathReported: '' } satisfies Record<
      ExpiredPerson['presence'],
      string
    >,
    erase: '永久删除选中的人……',
    more: '再看后面的',
  },
  erase: {
    title: (count: number) => `永久删除 ${grouped(count)} 人的资料？`,
    text:
      '删除后不能恢复：这些人的资料、电话、证件、修改记录、走访内容都会清除，存下的常用条件和花名册里写着他们姓名或号码的也会删掉。' +
      '以前的人口数和走访次数不变，只留下没有姓名的性别、出生年份、人户状态和在社区的起止日期；以前日期的关爱类别人数会变少，已经上报存档的表不变。' +
      '备份里还有这些人的资料，随备份到期清除，最长 12 个月；U 盘上的备份请自己清理。操作记录不能改，请不要在原因里写姓名。',
    reason: '删除原因',
    placeholder: '例如：保存期满，已按规定归档',
    missing: '请填写删除原因。',
    confirm: '永久删除',
    cancel: '不删除',
    done: (erased: number, filters: number) =>
      `已永久删除 ${grouped(erased)} 人的资料。` +
      (filters === 0 ? '' : `有 ${grouped(filters)} 个常用条件或花名册带有他们的姓名或号码，也删掉了。`),
  },
} as const
