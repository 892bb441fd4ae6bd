import { expect, it } from 'vitest'
import { ownFieldSchema } from '../../../domain/own-field.ts'
import { residentViewSchema } from '../../../domain/resident-view.ts'
import { unsaid } from '../../../domain/resident.ts'
import { residentFormValues } from './resident-form-schema.ts'
import { chosenValues, residentVersions } from './resident-versions.ts'

const passport = {
  handle: 'a1',
  numberMasked: 'E1****78',
  documentType: 'passport',
  isFormer: false,
  note: '',
} as const
const stored = residentViewSchema.parse({
  ...unsaid,
  name: '王秀英',
  sex: '2',
  idDocumentType: 'citizenId',
  birthWhen: '1949-12-31',
  ethnicGroup: '01',
  relationToHead: null,
  registeredAddress: '',
  currentAddress: '',
  residenceStatus: 'registeredAndLiving',
  livingArrangement: null,
  note: '',
  presence: 'here',
  spouseName: '',
  id: 7,
  householdId: 3,
  revision: 2,
  createdAt: '2026-11-25T01:00:00.000Z',
  updatedAt: '2026-11-25T01:00:00.000Z',
  idNumberMasked: '110***********002X',
  dwelling: null,
  lunarBirth: null,
  phones: [],
  otherDocuments: [passport],
  disability: { category: '1', grade: '2', reissueCount: 0 },
  careTags: [{ careTag: 'loneElder', fromOn: '2020-01-01', toOn: null }],
})

const saved: readonly (readonly [string, object, string])[] = [
  ['otherDocuments', { otherDocuments: [{ ...passport, isFormer: true }] }, '护照 E1****78 已停用'],
  ['disability', { disability: { category: '1', grade: '2', reissueCount: 1 } }, '视力残疾二级 补发 1 次'],
  [
    'careTags',
    { careTags: [{ careTag: 'loneElder', fromOn: null, toOn: '2020-01-01' }] },
    '孤寡老人 至 2020-01-01',
  ],
]

it.each(saved)('what was changed of %s meanwhile can be told apart', (key, change, expected) => {
  const theirs = residentViewSchema.parse({ ...stored, ...change })
  const versions = residentVersions(stored, residentFormValues(stored, []), theirs, [])
  const { texts } = versions.find((field) => field.key === key) ?? {}
  expect(texts?.theirs).toBe(expected)
  expect(texts?.theirs).not.toBe(texts?.mine)
})

it('own fields are chosen one by one, as all others are', () => {
  const fields = [aField(1, '爱好'), aField(2, '特长')]
  const base = residentViewSchema.parse({ ...stored, ownValues: [{ ownFieldId: 1, value: '象棋' }] })
  const theirs = residentViewSchema.parse({
    ...base,
    ownValues: [
      { ownFieldId: 1, value: '合唱' },
      { ownFieldId: 2, value: '书法' },
    ],
  })
  const mine = residentFormValues(base, fields)
  mine.ownValues = mine.ownValues.map((row) => (row.ownFieldId === 1 ? { ...row, value: '太极' } : row))
  const versions = residentVersions(base, mine, theirs, fields).filter(({ key }) => key.startsWith('own:'))
  expect(versions.map(({ label, values, texts }) => [label, values, texts])).toEqual([
    ['爱好', { base: '象棋', mine: '太极', theirs: '合唱' }, { mine: '太极', theirs: '合唱' }],
    ['特长', { base: '', mine: '', theirs: '书法' }, { mine: '', theirs: '书法' }],
  ])
  const kept = chosenValues(mine, theirs, new Map([['own:1', 'mine']]), fields)
  expect(kept.ownValues).toEqual([
    { ownFieldId: 1, value: '太极' },
    { ownFieldId: 2, value: '书法' },
  ])
})

function aField(id: number, name: string) {
  return ownFieldSchema.parse({
    id,
    name,
    owner: 'resident',
    kind: 'text',
    choices: [],
    isRetired: false,
    isUsed: true,
    isInList: false,
    revision: 1,
  })
}
