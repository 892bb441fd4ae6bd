import type { ReadyRosterKey } from '../ready-roster-key.ts'

/** Words of the rosters that come with the program; the placeholders are those of `rosterText`. */
export const readyRosterLabels = {
  names: {
    residents: '居民花名册',
    elders: '老年人花名册',
    disabled: '残疾人花名册',
    hardship: '困难家庭花名册',
    payout: '发放签领表',
    attendance: '签到表',
  } satisfies Record<ReadyRosterKey, string>,
  hints: {
    residents: '在住的全部居民',
    elders: '年满 60 周岁的老人',
    disabled: '有残疾登记的居民',
    hardship: '低保、特困和低保边缘',
    payout: '发钱发物，领取人签字',
    attendance: '会议、活动签到签退',
  } satisfies Record<ReadyRosterKey, string>,
  titles: {
    residents: '{社区}居民花名册',
    elders: '{社区}老年人花名册（60 周岁以上）',
    disabled: '{社区}残疾人花名册',
    hardship: '{社区}困难家庭花名册',
    payout: '{社区}发放签领表',
    attendance: '{社区}签到表',
  } satisfies Record<ReadyRosterKey, string>,
  subtitle: '截止日期：{截止日期}\u3000\u3000打印日期：{日期}\u3000\u3000共 {人数} 人',
  attendanceSubtitle:
    '活动名称：\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000时间：\u3000\u3000\u3000\u3000\u3000\u3000地点：',
  signatures: ['填表人：', '审核人：', '单位（盖章）：'],
  attendanceSignatures: ['主持人：', '记录人：'],
  blanks: {
    goods: '金额或物品',
    signature: '领取人签字',
    relation: '与本人关系',
    receivedOn: '领取日期',
    remark: '备注',
    signIn: '签到',
    signOut: '签退',
  },
} as const
