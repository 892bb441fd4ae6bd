import { provinces } from './codes/region-province.ts'

/** What a village-level code stands for. Source: DOMAIN 6.1. */
type RegionKind =
  | 'residentsCommittee'
  | 'villagersCommittee'
  | 'residentsCommitteeLike'
  | 'virtualCommunity'
  | 'villagersCommitteeLike'
  | 'virtualQuarter'

type TownshipKind = 'subdistrict' | 'town' | 'township' | 'townshipLike'

interface RegionCode {
  readonly code: string
  readonly provinceCode: keyof typeof provinces
  /** Shape: six digits of GB/T 2260. */
  readonly countyCode: string
  readonly townshipKind: TownshipKind
  readonly kind: RegionKind
  /** A committee of residents has no code of villagers: to be asked about, not refused. */
  readonly warnings: readonly 'villagersCode'[]
}

type RegionCodeFault = 'format' | 'province' | 'township' | 'village'

export type RegionCodeReading =
  | { readonly ok: true; readonly region: RegionCode }
  | { readonly ok: false; readonly reason: RegionCodeFault }

const codePattern = /^(\d{2})(\d{4})(\d{3})(\d{3})$/
const villagersKinds: readonly RegionKind[] = [
  'villagersCommittee',
  'villagersCommitteeLike',
  'virtualQuarter',
]

/** Reads the twelve-digit statistical code of a community. Source: the statistics bureau's rules, DOMAIN 6.1. */
export function readRegionCode(text: string): RegionCodeReading {
  const code = text.normalize('NFKC').replace(/\s/g, '')
  const [, province = '', county = '', township = '', village = ''] = codePattern.exec(code) ?? []
  if (province === '') return { ok: false, reason: 'format' }
  if (!isProvince(province)) return { ok: false, reason: 'province' }
  const townshipKind = townshipKindOf(Number(township))
  if (townshipKind === undefined) return { ok: false, reason: 'township' }
  const kind = kindOf(Number(village))
  if (kind === undefined) return { ok: false, reason: 'village' }
  const warnings = villagersKinds.includes(kind) ? (['villagersCode'] as const) : []
  return {
    ok: true,
    region: { code, provinceCode: province, countyCode: province + county, townshipKind, kind, warnings },
  }
}

function isProvince(text: string): text is keyof typeof provinces {
  return text in provinces
}

function townshipKindOf(township: number): TownshipKind | undefined {
  if (township < 1 || township > 599) return undefined
  if (township < 100) return 'subdistrict'
  if (township < 200) return 'town'
  return township < 400 ? 'township' : 'townshipLike'
}

function kindOf(village: number): RegionKind | undefined {
  if (village < 1 || village > 599) return undefined
  if (village < 200) return 'residentsCommittee'
  if (village < 400) return 'villagersCommittee'
  if (village < 500) return village === 498 ? 'virtualCommunity' : 'residentsCommitteeLike'
  return village === 598 ? 'virtualQuarter' : 'villagersCommitteeLike'
}
