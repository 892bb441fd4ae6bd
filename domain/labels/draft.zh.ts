import type { DraftSummary } from '../draft.ts'

/** Words of forms that were left half filled in. */
export const draftLabels = {
  offerTitle: '上次没填完的内容还在',
  offerText: (moment: string) => `${moment}填到一半，没有保存。要接着填吗？`,
  outdated: '这条记录后来改动过。接着填时，只放回您上次填过的几项，其他几项是最新的；请核对后再保存。',
  take: '接着填',
  discard: '不要了',
  taken: '已放回上次填的内容，还没有保存。',
  waitingName: '没填完的内容',
  waiting: '没填完的内容给您留着：',
  more: (count: number) => `另有 ${String(count)} 份`,
  badge: '没填完',
} as const

/** What a form that waits for its owner is called. */
export function draftTitle({ form, subject }: DraftSummary): string {
  switch (form.form) {
    case 'newResident':
      return '新增居民'
    case 'newFamily':
      return '整户登记'
    case 'resident':
      return `${subject}的资料`
    case 'visitTask':
      return `${subject}的走访登记`
    case 'newVisitRound':
      return '新建走访轮次'
    case 'newCareEvent':
      return '登记大事或住院'
    case 'careEvent':
      return '大事或住院的修改'
    case 'newHelpCase':
      return '新登记的求助'
    case 'helpCase':
      return `${subject}的求助`
    case 'committee':
      return '居委会信息'
    case 'newDiaryEntry':
      return '写民情日记'
    case 'diaryEntry':
      return `民情日记 ${subject}`
  }
}
