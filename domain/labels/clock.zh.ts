import { chineseDate } from './paper.zh.ts'

/** Words of the question about a PC clock that is plainly wrong. */
export const clockLabels = {
  title: '请先看一下电脑的日期',
  shown: (todayOn: string) => `这台电脑现在的日期是 ${chineseDate(todayOn)}，看起来不对。`,
  last: (lastOn: string) => `台账上一次写入是在 ${chineseDate(lastOn)}。`,
  why: '日期错了，年龄、走访日期和打印日期都会跟着错。老电脑电池没电时，日期常常会回到很多年前。',
  next: '请点屏幕右下角的时间，把日期改对，再点“改好了，重新检查”。',
  retry: '改好了，重新检查',
  trust: '日期没有错，继续',
  stillDoubtful: '日期还是不对，请再看一下。',
} as const
