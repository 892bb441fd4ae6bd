import type { RoomFloor } from '../room-floor.ts'
import { grouped } from './grouped.ts'

/** Words of the pages of buildings. */
export const buildingLabels = {
  list: {
    title: '楼栋与网格',
    tableName: '楼栋列表',
    add: '添加楼栋',
    groups: '居民小组',
    grids: '网格',
    total: (count: number) => `共 ${grouped(count)} 栋`,
    empty: '还没有楼栋。登记居民住址或导入花名册时会自动建好，也可以在这里添加。',
    columns: {
      name: '楼栋',
      units: '单元',
      dwellings: '房屋',
      households: '户数',
      people: '人数',
      groups: '居民小组',
      grids: '网格',
      heads: '楼长',
    },
    demolished: (name: string) => `${name}（已拆除）`,
    separator: '、',
  },
  page: {
    back: '回到楼栋列表',
    loading: '正在读取……',
    aliases: (names: string) => `曾用名和别的写法：${names}`,
    noAliases: '没有曾用名。',
    demolishedOn: (day: string) => `已于 ${day} 拆除。`,
    counts: (units: number, dwellings: number, households: number, people: number) =>
      `${grouped(units)} 个单元，${grouped(dwellings)} 套房屋，${grouped(households)} 户，${grouped(people)} 人`,
    rename: '改名',
    changeAliases: '曾用名',
    merge: '与另一栋合并',
    demolish: '登记拆除',
    undoDemolish: '撤销拆除',
    renamed: (name: string) => `已改名为${name}，原来的名字仍然认得。`,
    saved: '已保存。',
    merged: (name: string, into: string) => `${name}已并入${into}。`,
    areas: '居民小组和网格',
    areasHelp: '选好后马上保存；用键盘选的，按回车或离开这一格时保存。单元没有选的，跟整栋楼一样。',
    unit: '单元',
    whole: '整栋楼',
    unitName: (unit: string) => (/^[A-Za-z0-9]+$/.test(unit) ? `${unit} 单元` : unit),
    groupOf: (unit: string) => `${unit}的居民小组`,
    gridOf: (unit: string) => `${unit}的网格`,
    doors: '各套房屋',
    doorsName: '房屋列表',
    doorCount: (count: number) => `共 ${grouped(count)} 套房屋`,
    noDoors: '这栋楼还没有登记住户。',
    columns: { unit: '单元', floor: '楼层', room: '房号', households: '户数', people: '人数', heads: '户主' },
    heads: '楼长',
  },
  dialog: {
    cancel: '取消',
    name: '楼栋名称',
    nameHelp: '例如：3号楼、甲1号楼、B座、临街',
    addTitle: '添加楼栋',
    add: '添加',
    renameTitle: (name: string) => `给${name}改名`,
    renameText: '改名后，原来的名字会记成曾用名：以后导入或填写住址时写原来的名字，也能找到这栋楼。',
    rename: '改名',
    aliasesTitle: (name: string) => `${name}的曾用名和别的写法`,
    aliases: '每行一个名字',
    aliasesHelp: '导入花名册或填写住址时，写这些名字也能找到这栋楼。',
    save: '保存',
    mergeTitle: (name: string) => `把${name}并入另一栋楼`,
    mergeText:
      '同一栋楼写了两种名字时用。这栋楼的房屋、住户、楼长都移到选的那栋楼，它的名字记成那栋楼的曾用名。合并后不能撤销。',
    into: '并入',
    merge: '合并',
    demolishTitle: (name: string) => `登记${name}已拆除`,
    demolishText: '还有人居住的楼不能登记为已拆除；只挂户口的居民会保留在这栋楼里。',
    demolishedOn: '拆除日期',
    demolish: '登记拆除',
  },
} as const

/** A floor as people say it; empty where none is known. */
export function floorText(floor: RoomFloor | null): string {
  if (floor === null) return ''
  if (floor === 'mezzanine') return '夹层'
  return floor < 0 ? `地下 ${String(-floor)} 层` : `${String(floor)} 层`
}
