/** Words of the system's own dialogs when the program itself is in trouble. */
export const recoveryTexts = {
  startRefused: {
    title: '邻里台账没有启动',
    message:
      '启动时带了调试用的参数。为了保护居民资料，软件不接受这样的参数。请从桌面图标打开；如果图标被改动过，请重新安装。',
  },
  programDamaged: {
    title: '邻里台账没有启动',
    message:
      '软件自己的一个文件不见了或者坏了，可能被杀毒软件隔离，也可能安装时没有装完。台账没有改动。请重新安装邻里台账；如果还是这样，请在杀毒软件里允许邻里台账后再装一次。出问题的文件：',
  },
  pageLost: {
    message: '窗口里的页面出了意外，已经重新载入。',
    detail: '已经保存的内容都在。填到一半的表单也给您留着，打开它就能接着填。',
    confirm: '知道了',
  },
  pageKeepsFailing: {
    message: '窗口里的页面反复出现意外，软件将要关闭。',
    detail: '已经保存的内容都在。请重新启动电脑，再打开邻里台账；如果还是这样，请重新安装软件。',
    confirm: '关闭软件',
  },
  pageHangs: {
    message: '窗口里的页面没有反应。',
    detail: '可以再等一会儿。重新载入不影响已经保存的内容，填到一半的表单打开后可以接着填。',
    wait: '再等一会儿',
    reload: '重新载入',
  },
} as const
