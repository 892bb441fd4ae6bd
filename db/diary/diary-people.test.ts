import { expect, it } from 'vitest'
import { asCalendarDate } from '../../domain/calendar-date.ts'
import { wholeDiary, type DiaryDraft } from '../../domain/diary.ts'
import { diaryLabels } from '../../domain/labels/diary.zh.ts'
import { ownPhone } from '../../domain/resident.ts'
import { offeredRetentionRules } from '../../domain/retention.ts'
import { aDiaryDraft, anActor, aResidentDraft } from '../../domain/testing/builders.ts'
import { ledgerFor, type Ledger } from '../ledger.ts'
import { recordLifeEvent } from '../life/life-event.service.ts'
import { issuePaper } from '../paper/issue-paper.service.ts'
import { saveResident } from '../resident/resident.service.ts'
import { erasePeople } from '../retention/erase-people.service.ts'
import { retentionOperations } from '../retention/retention.operations.ts'
import { openTestLedger } from '../testing/ledger-fixture.ts'
import { testKey } from '../testing/test-key.ts'
import { diaryOperations } from './diary.operations.ts'

const worker = anActor({ staffId: 2, name: '王社工', role: 'worker' })

async function aPerson(ledger: Ledger, name: string, number = '13900000000') {
  const draft = aResidentDraft({ name, phones: [ownPhone(number)] })
  return saveResident(ledger, { id: null, revision: null, draft })
}
const write = (ledger: Ledger, overrides: Partial<Record<keyof DiaryDraft, unknown>>) =>
  diaryOperations['diary.save'](ledger, { id: null, revision: null, draft: aDiaryDraft(overrides) })

it('loses people who are deleted for good, keeps others, and is counted as before', async () => {
  const ledger = openTestLedger()
  const gone = await aPerson(ledger, '欧阳秀梅', '13812345678')
  const stays = await aPerson(ledger, '孙大爷')
  const alone = await write(ledger, { residentIds: [gone.id], heard: '老伴走了', needsFollowUp: true })
  const both = await write(ledger, {
    residentIds: [gone.id, stays.id],
    heard: '欧阳秀梅（13812345678）和孙大爷争楼道',
    handling: '劝欧阳秀梅让一让',
  })
  const { revision } = gone
  await recordLifeEvent(
    ledger,
    {
      residentId: gone.id,
      revision,
      kind: 'movedOut',
      happenedOn: asCalendarDate('2010-01-01'),
      place: '',
      note: '',
      newHeadId: null,
      isSpouseWidowed: false,
    },
    { key: testKey },
  )
  const rules = { movedOutYears: 3, deceasedYears: 5 }
  await retentionOperations['retention.saveRules'](ledger, { before: offeredRetentionRules, rules })
  await erasePeople(ledger, { ids: [gone.id], reason: '保存期满' })

  const contentOf = async ({ id }: { id: number }) =>
    (await diaryOperations['diary.get'](ledger, { id })).content
  expect(await contentOf(alone)).toMatchObject({
    heard: diaryLabels.erased,
    handling: '',
    place: '',
    people: [],
  })
  expect(await contentOf(both)).toMatchObject({
    heard: '某某（某某）和孙大爷争楼道',
    handling: '劝某某让一让',
    people: [{ name: '孙大爷' }],
  })
  const { totalCount } = await diaryOperations['diary.list'](ledger, {
    filter: wholeDiary,
    offset: 0,
    limit: 1,
  })
  expect(totalCount).toBe(2)
  expect((await diaryOperations['diary.openFollowUps'](ledger)).openCount).toBe(0)
  const left = JSON.stringify(ledger.raw.prepare('SELECT * FROM diaryEntry').all())
  expect(['欧阳秀梅', '13812345678', '老伴走了'].filter((word) => left.includes(word))).toEqual([])
})

it('stands on the paper with all that is held on somebody, without the names of others, sealed only where asked for', async () => {
  const ledger = openTestLedger({ actor: worker })
  const person = await aPerson(ledger, '欧阳秀梅')
  const neighbour = await aPerson(ledger, '孙大爷')
  await write(ledger, {
    residentIds: [person.id, neighbour.id],
    heard: '欧阳秀梅说孙大爷太吵',
    result: '和好了',
  })
  await write(ledger, { residentIds: [person.id], heard: '查出了病', isSealed: true })
  await write(ledger, { residentIds: [neighbour.id], heard: '别人的事' })
  const sectionsOf = async (isSealedAsked: boolean, actor = worker) => {
    const paper = {
      kind: 'personData',
      residentId: person.id,
      asker: 'self',
      note: '',
      isSealedAsked,
    } as const
    const agreed = { personCount: 1, isAsked: false }
    const { drawn } = await issuePaper(ledgerFor(ledger, actor), paper, 'printed', agreed)
    const sections = drawn?.kind === 'personData' ? drawn.content.sections : []
    return new Map(sections.map(({ section, rows }) => [section, rows]))
  }
  const plain = await sectionsOf(false)
  expect(plain.get('diary')).toEqual([
    ['2026-001', '2026-11-20', '民生', '欧阳秀梅说某某太吵', '报了物业\n和好了', '王社工'],
  ])
  expect(JSON.stringify([...plain])).not.toContain('查出了病')
  const asked = await sectionsOf(true)
  expect(asked.get('sealedMatters')).toEqual([['民情日记 2026-002', '2026-11-20', '', '查出了病\n报了物业']])
  const colleague = anActor({ staffId: 3, name: '李社工', role: 'worker', isInSealedCircle: true })
  expect((await sectionsOf(true, colleague)).get('sealedMatters')).toEqual([])
})
