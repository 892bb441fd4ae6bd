import { yuanText } from '../amount.ts'
import type { HelpCaseDraft, HelpOutcome } from '../help-case.ts'
import { grouped } from './grouped.ts'

export const helpOutcomeLabels = {
  open: '办理中',
  solved: '已解决',
  partly: '部分解决',
  notSolved: '没有解决',
  withdrawn: '本人撤回',
} as const satisfies Record<HelpOutcome, string>

/** What the fields are called. */
export const helpCaseFieldLabels = {
  residentId: '求助的居民',
  isForHousehold: '全家的事',
  request: '求助内容',
  openedOn: '受理日期',
  staffId: '经办人',
  steps: '办理经过',
  outcome: '结果',
  closedOn: '办结日期',
  result: '办理结果',
  amountFen: '追回金额',
} as const satisfies Record<keyof HelpCaseDraft, string>

/** Money as it is read: 13,000 元 or 13,000.50 元. */
export function moneyText(amountFen: number): string {
  const [yuan = '0', fen] = yuanText(amountFen).split('.')
  return `${grouped(Number(yuan))}${fen === undefined ? '' : `.${fen}`} 元`
}

/** What is known of a case, in one line, without whom it is about. */
export function helpCaseText({
  request,
  openedOn,
  steps,
  outcome,
  closedOn,
  result,
  amountFen,
}: HelpCaseDraft): string {
  return [
    `${openedOn} 受理：${request}`,
    steps.length === 0 ? '' : `办理 ${steps.length} 步`,
    [closedOn ?? '', helpOutcomeLabels[outcome]].filter((part) => part !== '').join(' '),
    result,
    amountFen === null ? '' : `追回 ${moneyText(amountFen)}`,
  ]
    .filter((part) => part !== '')
    .join('；')
}
