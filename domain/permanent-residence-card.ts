import { normaliseIdNumber } from './id-number.ts'

/** Shape: what the number of a foreigner's permanent residence card says beside birth and sex. */
export interface PermanentResidenceFacts {
  readonly version: '2004' | '2023'
  /** Shape: two digits of GB/T 2260, where the card was applied for. */
  readonly provinceCode: string
  /** Shape: three letters of ISO 3166-1 on the older card, three digits on the newer. */
  readonly nationality: string
}

/** The facts in a number that has been read as such a card, or undefined for any other. Source: DOMAIN 2.4. */
export function permanentResidenceFacts(text: string): PermanentResidenceFacts | undefined {
  const idNumber = normaliseIdNumber(text)
  if (/^[A-Z]{3}\d{12}$/.test(idNumber))
    return { version: '2004', provinceCode: idNumber.slice(3, 5), nationality: idNumber.slice(0, 3) }
  if (/^9\d{16}[\dX]$/.test(idNumber))
    return { version: '2023', provinceCode: idNumber.slice(1, 3), nationality: idNumber.slice(3, 6) }
  return undefined
}

/** Which region's residents a residence permit is for, or undefined for any other number. Source: DOMAIN 2.3. */
export function residencePermitRegion(text: string): 'hongKong' | 'macao' | 'taiwan' | undefined {
  const [, region] = /^8([123])0000\d{11}[\dX]$/.exec(normaliseIdNumber(text)) ?? []
  if (region === undefined) return undefined
  return region === '1' ? 'hongKong' : region === '2' ? 'macao' : 'taiwan'
}
