import { grouped } from './grouped.ts'

/** Words of the window around the pages, of the settings page and of the shared widgets. */
export const appLabels = {
  skipToContent: '跳到主要内容',
  navigationName: '主导航',
  navigation: { home: '首页', residents: '居民', import: '导入', visits: '走访', settings: '设置' },
  loading: '正在读取……',
  opening: '正在打开台账……',
  pageMissing: '没有这个页面。',
  backHome: '回到首页',
  sample: {
    banner: '这是示例数据',
    explanation: '里面的人都是虚构的，可以放心试用。',
    remove: '清除示例数据',
    removeTitle: '清除示例数据？',
    removeText: '示例居民和走访记录会全部删除，然后回到开始设置。您自己的台账不受影响。',
    removeConfirm: '清除',
    removeCancel: '先不清除',
  },
  form: {
    save: '保存',
    saved: '已保存。',
    notChosen: '未填',
  },
  leave: {
    title: '还没有保存，要离开吗？',
    text: '离开后，这一页刚才的改动会丢失。',
    confirm: '不保存，离开',
    cancel: '留在这一页',
  },
  table: { loadingRow: '正在读取……' },
  failure: { title: '没有成功', retry: '重试' },
  settings: {
    recoveryCode: {
      title: '恢复码',
      help: '忘记密码时，只有它能打开台账。纸丢了，或者给别人看过了，就换一个新的。',
      renew: '换一个恢复码……',
      dialogTitle: '换一个新的恢复码',
      dialogText:
        '换了以后，原来那张纸打不开现在的台账，请收回销毁。以前做的备份还要用原来的恢复码打开，请另外收好。',
      password: '您的密码',
      confirm: '生成新的恢复码',
      cancel: '不换了',
    },
    title: '设置',
    committee: '居委会信息',
    committeeHelp: '会印在走访名单等材料的抬头。',
    textSize: '文字大小',
    textSizeHelp: '选好后马上生效。',
    textSizeOption: (percent: number) => (percent === 100 ? '100%（标准）' : `${percent}%`),
    ledger: '台账',
    folder: '台账所在的文件夹',
    residentCount: '居民人数',
    residentCountValue: (count: number) => `${grouped(count)} 人`,
    version: '软件版本',
  },
} as const
