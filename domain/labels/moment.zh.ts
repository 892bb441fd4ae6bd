/** A moment in the time of this computer, as papers and sentences write it. */
export function chineseMoment(at: string): string {
  const moment = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${moment.getFullYear()}年${moment.getMonth() + 1}月${moment.getDate()}日`
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** The same, short and all of one length, for the column of a table. */
export function columnMoment(at: string): string {
  const moment = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** The same as people say it within a sentence: today by its time alone. */
export function spokenMoment(at: string, todayOn: string): string {
  const [on = '', time = ''] = columnMoment(at).split(' ')
  const [, month, day] = on.split('-')
  return on === todayOn ? `今天 ${time} ` : `${Number(month)}月${Number(day)}日 ${time} `
}
