import { provinces } from '../codes/region-province.ts'
import { readRegionCode } from '../region-code.ts'

/** What is said below the field of a community's statistical code, by what was typed so far. Source: DOMAIN 6.1. */
export function regionCodeHelp(text: string): string {
  if (text.trim().length < 12) return '12 位数字；不知道可以不填。'
  const reading = readRegionCode(text)
  if (!reading.ok) return '不合统计用区划代码的编法，请再核对一遍。'
  const province = provinces[reading.region.provinceCode]
  return reading.region.warnings.includes('villagersCode')
    ? `${province}，是村民委员会用的代码，请再核对一遍。`
    : `${province}，是居民委员会用的代码。`
}
