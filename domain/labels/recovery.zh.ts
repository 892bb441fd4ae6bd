/** Words of the system's own dialogs when the program itself is in trouble. */
export const recoveryTexts = {
  startRefused: {
    title: '邻里台账没有启动',
    message:
      '启动时带了调试用的参数。为了保护居民资料，软件不接受这样的参数。请从桌面图标打开；如果图标被改动过，请重新安装。',
  },
} as const
