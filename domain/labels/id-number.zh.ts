import { provinces } from '../codes/region-province.ts'
import type { IdNumberSlip } from '../id-number-candidates.ts'
import type { IdDocumentType } from '../id-number.ts'
import { permanentResidenceFacts, residencePermitRegion } from '../permanent-residence-card.ts'

/** Words beside the field of a document number. */
export const idNumberLabels = {
  candidates: '号码不对，可能是下面哪一个。请对着证件核对后再选：',
  candidate: (idNumber: string, slip: IdNumberSlip) => `${idNumber}（${slips[slip]}）`,
} as const

const slips = {
  fifteenDigits: '15 位旧号码升成 18 位',
  checkMissing: '少了最后一位',
  lookAlike: '数字写成了字母',
  swapped: '相邻两位写反了',
  checkCharacter: '最后一位不对',
  oneDigit: '有一位不对',
} as const satisfies Record<IdNumberSlip, string>

const permitRegions = { hongKong: '香港', macao: '澳门', taiwan: '台湾' } as const

/** Which place a sound number names; empty where its kind of document names none. Source: DOMAIN 2.1 to 2.4. */
export function idNumberPlace(documentType: IdDocumentType, idNumber: string): string {
  const region = residencePermitRegion(idNumber)
  if (documentType === 'hkMacaoTaiwanResidencePermit' && region !== undefined)
    return `${permitRegions[region]}居民的居住证。`
  const facts = permanentResidenceFacts(idNumber)
  if (documentType === 'foreignPermanentResidence' && facts !== undefined)
    return `在${provinceOf(facts.provinceCode)}申领，国籍代码 ${facts.nationality}。`
  return documentType === 'citizenId'
    ? `号码里的地区是${provinceOf(idNumber.slice(0, 2))}，不一定是现在的户籍地。`
    : ''
}

function provinceOf(code: string): string {
  const names: Readonly<Record<string, string>> = provinces
  return names[code] ?? `代码 ${code}（查不到）`
}
