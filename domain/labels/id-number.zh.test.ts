import { expect, test } from 'vitest'
import { idNumberPlace } from './id-number.zh.ts'

test.each([
  ['citizenId', '610103194308151021', /陕西省/],
  ['citizenId', '990103194308151021', /代码 99/],
  ['hkMacaoTaiwanResidencePermit', '810000199408230021', /香港/],
  ['hkMacaoTaiwanResidencePermit', '830000199201300022', /台湾/],
  ['foreignPermanentResidence', '932682198501010017', /江苏省.*682/],
  ['foreignPermanentResidence', 'PAK310080010103', /上海市.*PAK/],
  ['passport', 'E12345678', /^$/],
] as const)('the number of a %s, %s, names its place', (documentType, idNumber, place) => {
  expect(idNumberPlace(documentType, idNumber)).toMatch(place)
})
