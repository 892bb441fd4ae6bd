import { describe, expect, it } from 'vitest'
import { contentOf } from '../../domain/drawn-paper.ts'
import { FailureError } from '../../domain/failure.ts'
import type { PersonRequest, PersonSection } from '../../domain/person-data.ts'
import { readyRosters } from '../../domain/ready-rosters.ts'
import { offeredRetentionRules } from '../../domain/retention.ts'
import { ownPhone } from '../../domain/resident.ts'
import { aResidentDraft, aSealedMatter, anActor } from '../../domain/testing/builders.ts'
import { listAuditEntries } from '../audit/audit.queries.ts'
import { attachedTables } from '../duplicate/attached-tables.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { issuePaper, peopleOnPaper } from '../paper/issue-paper.service.ts'
import { paperOperations } from '../paper/paper.operations.ts'
import { issueList } from '../resident-list/issue-list.service.ts'
import { revealOfResident } from '../resident/reveal-resident.service.ts'
import { draftOfResident, getResident } from '../resident/resident.queries.ts'
import { saveResident } from '../resident/resident.service.ts'
import { saveSealedMatters } from '../sealed-matter/sealed-matter.service.ts'
import { testKey } from '../testing/test-key.ts'
import { saveRetentionRules } from '../retention/retention-rules.service.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'

const idNumber = '11010519491231002X'
const anyEntry = {
  staffId: null,
  action: null,
  objectType: null,
  fromOn: null,
  toOn: null,
  isTroubleOnly: false,
}

async function add(ledger: Ledger, overrides: Parameters<typeof aResidentDraft>[0] = {}) {
  return (await saveResident(ledger, { id: null, revision: null, draft: aResidentDraft(overrides) })).id
}

function aRequest(residentId: number, overrides: Partial<PersonRequest> = {}): PersonRequest {
  return { residentId, asker: 'self', note: '', isSealedAsked: false, ...overrides }
}

async function printed(ledger: Ledger, request: PersonRequest) {
  const agreed = { personCount: 1, isAsked: false }
  const { drawn } = await issuePaper(ledger, { kind: 'personData', ...request }, 'printed', agreed)
  const personData = contentOf(drawn, 'personData')
  if (personData === undefined) throw new Error('no such paper')
  return personData
}

function rowsOf(data: Awaited<ReturnType<typeof printed>>, section: PersonSection): string[][] | undefined {
  return data.sections.find((part) => part.section === section)?.rows
}

async function failureOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.catch((thrown: unknown) => thrown)
  return error instanceof FailureError ? error.failure.code : 'none'
}

describe('the paper with all that is held on a person', () => {
  it('gives the person whole numbers, and other people nothing but names', async () => {
    const ledger = openTestLedger()
    const wife = await add(ledger, {
      name: '李桂兰',
      relationToHead: '10',
      phones: [ownPhone('13711112222')],
    })
    const id = await add(ledger, {
      name: '王建国',
      sex: '1',
      idNumber,
      birthWhen: '1949-12-31',
      relationToHead: '01',
      spouseId: wife,
      phones: [
        ownPhone('13812345678'),
        { number: '13699998888', owner: '儿子王强', isEmergency: true, note: '' },
      ],
      careTags: [{ careTag: 'veteran', fromOn: '2020-01-01', toOn: null }],
      note: '第一行\n第二行',
    })
    const data = await printed(ledger, aRequest(id))
    expect(data).toMatchObject({ residentName: '王建国', idNumber, asker: 'self' })
    expect(rowsOf(data, 'record')).toContainEqual(['证件号码', idNumber])
    expect(rowsOf(data, 'record')).toContainEqual(['配偶', '李桂兰'])
    expect(rowsOf(data, 'record')).toContainEqual(['备注', '第一行\n第二行'])
    expect(rowsOf(data, 'phones')).toEqual([
      ['13812345678', '本人', '', ''],
      ['136****8888', '儿子王强', '紧急联系', ''],
    ])
    expect(rowsOf(data, 'household')).toEqual([['李桂兰', '配偶']])
    expect(rowsOf(data, 'careTags')).toEqual([['退役军人', '2020-01-01', '未定']])
    expect(JSON.stringify(data)).not.toContain('13711112222')
  })

  it('tells every change with what was there before, and every look', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { idNumber, birthWhen: '1949-12-31', phones: [ownPhone('13812345678')] })
    const person = await getResident(ledger, id)
    const draft = { ...draftOfResident(person), phones: [ownPhone('13900001111')] }
    await saveResident(ledger, { id, revision: person.revision, draft })
    await revealOfResident(ledger, { id, group: 'phones', reason: { purpose: 'contact', text: '走访' } })
    const first = await printed(ledger, aRequest(id, { asker: 'guardian', note: '女儿李红' }))
    const changes = rowsOf(first, 'changes')?.map(([, field, before, after, who]) => [
      field,
      before,
      after,
      who,
    ])
    expect(changes).toEqual([
      ['电话', '13812345678', '13900001111', '赵主任'],
      ['登记了这个人', '', '', '赵主任'],
    ])
    expect(rowsOf(first, 'disclosures')?.map(([, what, , why]) => [what, why])).toEqual([
      ['查看完整电话', '上门走访或电话联系、走访'],
    ])
    const second = await printed(ledger, aRequest(id))
    expect(rowsOf(second, 'disclosures')?.[0]?.slice(1)).toEqual([
      '给出个人信息查阅单（单号 2026-1）',
      '赵主任',
      '监护人、女儿李红',
    ])
  })

  it('is looked at with masked numbers, and is counted as one person', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger, { idNumber, birthWhen: '1949-12-31', phones: [ownPhone('13812345678')] })
    const person = await getResident(ledger, id)
    const draft = { ...draftOfResident(person), phones: [ownPhone('13900001111')] }
    await saveResident(ledger, { id, revision: person.revision, draft })
    const shown = JSON.stringify(await paperOperations['paper.personData'](ledger, aRequest(id)))
    expect(shown).toContain('138****5678')
    for (const number of [idNumber, '13812345678', '13900001111']) expect(shown).not.toContain(number)
    expect(await peopleOnPaper(ledger, { kind: 'personData', ...aRequest(id) })).toMatchObject({
      personCount: 1,
    })
  })

  it('tells on which lists that left the person stood', async () => {
    const ledger = openTestLedger()
    const [id, other] = [await add(ledger), await add(ledger)]
    const roster = { ...readyRosters.residents, people: { ...readyRosters.residents.people } }
    const paper = { kind: 'roster', roster, numbers: 'masked', reason: null } as const
    await issuePaper(ledger, paper, 'printed', { personCount: 9, isAsked: false })
    const list = {
      numbers: 'phones',
      reason: { purpose: 'service', text: '' },
    } as const
    const agreed = { personCount: 1, isAsked: false }
    await issueList(
      ledger,
      { ...list, selection: { kind: 'some', ids: [id] }, columns: ['name'] },
      'copied',
      agreed,
    )
    const whats = async (of: number) =>
      rowsOf(await printed(ledger, aRequest(of)), 'disclosures')?.map(([, what]) => what)
    expect(await whats(id)).toEqual([
      '列在带出的居民名单里（电话完整）',
      '列在带出的花名册里（号码隐藏，单号 2026-1）',
    ])
    expect(await whats(other)).toEqual(['列在带出的花名册里（号码隐藏，单号 2026-1）'])
  })

  it('says why the office keeps data, and how long once that is decided', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger)
    const basis = async () => rowsOf(await printed(ledger, aRequest(id)), 'basis') ?? []
    expect((await basis()).map(([what]) => what)).toEqual([
      '为什么收集、怎样使用',
      '依据',
      '提供给谁',
      '保存多久',
    ])
    const rules = { movedOutYears: 3, deceasedYears: 8 }
    await saveRetentionRules(ledger, { before: offeredRetentionRules, rules })
    expect((await basis()).at(-1)).toEqual(['保存年限', '迁出后 3 年，去世后 8 年'])
  })

  it('says who asked, and leaves a numbered entry of its own', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger)
    expect(await failureOf(printed(ledger, aRequest(id, { asker: 'relative', note: ' ' })))).toBe(
      'reasonRequired',
    )
    expect(await failureOf(printed(ledger, aRequest(9999)))).toBe('notFound')
    const data = await printed(ledger, aRequest(id))
    expect(data.stamp).toMatchObject({ serial: '2026-1', printedBy: '赵主任' })
    const { rows } = await listAuditEntries(ledger, { filter: anyEntry, offset: 0, limit: 2 })
    expect(rows).toMatchObject([
      { action: 'dataIssued', objectType: 'resident', objectId: id },
      { action: 'printed', objectType: 'paper', objectId: null, detail: { paper: 'personData' } },
    ])
    expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain('王秀英')
  })

  it('is for nobody who only looks', async () => {
    const ledger = openTestLedger()
    const id = await add(ledger)
    const viewer = ledgerFor(ledger, anActor({ role: 'viewer' }))
    expect(await failureOf(printed(viewer, aRequest(id)))).toBe('notAllowed')
    expect(await failureOf(paperOperations['paper.personData'](viewer, aRequest(id)))).toBe('notAllowed')
  })

  it('has a part for every table that names a person, or none on purpose', () => {
    // Undo material, decisions about two records and the sides of a merge repeat what the record says elsewhere.
    const elsewhere = ['distinctPair', 'residentMerge', 'importChange', 'bulkChangeItem', 'household']
    const told = [
      'resident',
      'residentPhone',
      'residentDocument',
      'residentCareTag',
      'residentBenefit',
      'residentOwnValue',
      'sealedMatter',
      'lifeEvent',
      'buildingHead',
      'residentRepresentative',
      'visitTask',
      'claim',
      'phoneCall',
      'claimant',
      'diaryEntryResident',
      'careEvent',
      'helpCase',
      'recordChange',
      'noticeSignature',
      'disclosure',
    ]
    const tables = new Set(attachedTables.map(({ table }) => table))
    expect([...told, ...elsewhere].toSorted()).toEqual([...tables].toSorted())
  })
})

describe('sealed matters on that paper', () => {
  const matter = aSealedMatter()

  it('are printed when a member of the circle is asked for them, and told of to the circle alone', async () => {
    const circle = openTestLedger({ actor: anActor({ isInSealedCircle: true }) })
    const id = await add(circle)
    await saveSealedMatters(circle, { id, before: [], matters: [matter] }, { key: testKey })
    const request = aRequest(id, { isSealedAsked: true })
    const shown = await paperOperations['paper.personData'](circle, request)
    expect(JSON.stringify(shown)).not.toContain('社区矫正')
    const data = await printed(circle, request)
    expect(rowsOf(data, 'sealedMatters')).toEqual([['社区矫正', '未登记', '未定', '每月报到']])

    const outside = ledgerFor(circle, anActor())
    const { rows } = await listAuditEntries(outside, { filter: anyEntry, offset: 0, limit: 2 })
    expect(rows.map(({ action, objectId }) => [action, objectId])).toEqual([
      ['sealedViewed', null],
      ['printed', null],
    ])
  })

  it('are not even told of otherwise', async () => {
    const circle = openTestLedger({ actor: anActor({ isInSealedCircle: true }) })
    const [one, other] = [
      await add(circle, { name: '张三', idNumber: '', idDocumentType: 'none' }),
      await add(circle, { name: '张三', idNumber: '', idDocumentType: 'none' }),
    ]
    await saveSealedMatters(circle, { id: one, before: [], matters: [matter] }, { key: testKey })
    const outside = ledgerFor(circle, anActor())
    const asked = await printed(outside, aRequest(one, { isSealedAsked: true }))
    expect(rowsOf(asked, 'sealedMatters')).toEqual([])
    const papers = [await printed(outside, aRequest(one)), await printed(outside, aRequest(other))]
    expect(papers.flatMap(({ sections }) => sections.map(({ section }) => section))).not.toContain(
      'sealedMatters',
    )
    const [sealed, plain] = papers.map(({ sections }) => JSON.stringify(sections))
    expect(sealed).toBe(plain)
  })
})
