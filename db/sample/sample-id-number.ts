import type { CalendarDate } from '../../domain/calendar-date.ts'
import { citizenCheckCharacter } from '../../domain/id-number.ts'
import type { RandomNumbers } from './random-numbers.ts'

/** Most people got their number here, the others somewhere in the country. Source: GB/T 2260, county codes. */
const localArea = '610103'
const otherAreas = [
  '610102',
  '610104',
  '610113',
  '610431',
  '410527',
  '511321',
  '620502',
  '140802',
  '420106',
] as const

/** Numbers with a right check character, each given out once. */
export function sampleIdNumbers(random: RandomNumbers): (birthOn: CalendarDate, sex: '1' | '2') => string {
  const used = new Set<string>()
  return (birthOn, sex) => {
    const area = random.chance(0.7) ? localArea : random.pick(otherAreas)
    for (;;) {
      const sequence = random.integer(0, 499) * 2 + Number(sex === '1')
      const first17 = `${area}${birthOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
      const idNumber = first17 + citizenCheckCharacter(first17)
      if (used.has(idNumber)) continue
      used.add(idNumber)
      return idNumber
    }
  }
}
