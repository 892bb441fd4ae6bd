import type { CareEventDraft, CareEventKind } from '../care-event.ts'

export const careEventKindLabels = {
  bereavement: '丧事',
  seriousIllness: '重病',
  disaster: '灾害',
  dispute: '纠纷',
  other: '其他大事',
  hospitalStay: '住院',
} as const satisfies Record<CareEventKind, string>

/** What the fields are called. */
export const careEventFieldLabels = {
  kind: '什么事',
  residentId: '谁家的事',
  isForHousehold: '全家的事',
  staffId: '负责走访的人',
  reportedOn: '得知的日期',
  reportedBy: '听谁说的',
  happenedOn: '发生的日期',
  hospital: '医院',
  ward: '病区和床位',
  admittedOn: '住院日期',
  dischargedOn: '出院日期',
  note: '情况',
} as const satisfies Record<keyof CareEventDraft, string>

/** Words of family events and stays in hospital. */
export const careEventLabels = {
  /** Why a visit is off the list; says nothing of what it was for. */
  noMoreVisit: '不用再走访',
} as const

/** What is known of an event, in one line, without whom it is about. */
export function careEventText(draft: CareEventDraft): string {
  const { kind, happenedOn, hospital, ward, admittedOn, dischargedOn, reportedOn, reportedBy, note } = draft
  const stay = [
    [hospital, ward].filter((part) => part !== '').join(' '),
    admittedOn === null ? '' : `${admittedOn} 住院`,
    dischargedOn === null ? '' : `${dischargedOn} 出院`,
  ]
  return [careEventKindLabels[kind], happenedOn ?? '', ...stay, `${reportedOn} 得知（${reportedBy}）`, note]
    .filter((part) => part !== '')
    .join('，')
}
