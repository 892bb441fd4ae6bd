/** Words of the sample community; its people are invented. */
export const samplePosts = ['孝亲问候岗', '助残帮扶岗', '邻里守望岗'] as const

export const sampleClaimants = [
  { name: '周建业', kind: 'partyMember', isMentorAble: true },
  { name: '吴晓梅', kind: 'activist', isMentorAble: false },
  { name: '郑国强', kind: 'partyMember', isMentorAble: true },
  { name: '冯雅琴', kind: 'volunteer', isMentorAble: false },
  { name: '陈志远', kind: 'activist', isMentorAble: false },
] as const

export const sampleCallNotes = [
  '身体还好，问候儿女近况',
  '说这几天降温，已提醒添衣',
  '早上在楼下散步，精神不错',
  '血压有点高，在按时吃药',
  '儿子周末回来，很高兴',
  '想参加社区的合唱队',
] as const

export const sampleFollowUps = [
  '水龙头漏水，帮忙联系维修',
  '想配老花镜，问问助老活动',
  '陪同去医院复查',
] as const
