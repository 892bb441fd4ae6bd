import { relationsToHead } from '../../domain/codes/relation-to-head.ts'
import { claimantDraftSchema } from '../../domain/claim.ts'
import { relationToHeadSchema } from '../../domain/codes/code-schemas.ts'
import { claimantKindLabels } from '../../domain/labels/claim.zh.ts'
import { lifeEventLabels } from '../../domain/labels/life.zh.ts'
import { columnMoment } from '../../domain/labels/moment.zh.ts'
import { personDataLabels } from '../../domain/labels/person-data.zh.ts'
import { noticePartLabels, noticeSignerText } from '../../domain/labels/privacy-notice.zh.ts'
import { sealedMatterKindLabels, sealedWordsOf } from '../../domain/labels/sealed.zh.ts'
import { visitOutcomeLabels } from '../../domain/labels/visit.zh.ts'
import type { Resident } from '../../domain/resident.ts'
import type { Actor } from '../../domain/staff.ts'
import { visitOutcomeSchema } from '../../domain/visit.ts'
import { hiddenVisitNotes, sealedVisits } from '../care-event/event-visit.queries.ts'
import type { LedgerReader } from '../ledger.ts'
import { lifeEventsOf } from '../life/life-event.queries.ts'
import { noticeSignatures } from '../notice/notice-signature.queries.ts'
import { noticeTextIn } from '../notice/notice-text.queries.ts'
import { retentionRulesIn } from '../retention/retention-rules.queries.ts'
import { sealedMattersOf } from '../sealed-matter/sealed-matter.repository.ts'
import { seenBy } from '../sealed-matter/sealed-matter.service.ts'
import { periodCells } from './person-sections.ts'

const words = personDataLabels.paper
const separator = words.separator

/** The others of the household; of them nothing but what they are called and what they are to the head. */
export async function householdRows(db: LedgerReader, { id, householdId }: Resident): Promise<string[][]> {
  const others = await db
    .selectFrom('resident')
    .select(['name', 'relationToHead'])
    .where('householdId', '=', householdId)
    .where('id', '!=', id)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return others.map(({ name, relationToHead }) => {
    const relation = relationToHeadSchema.nullable().parse(relationToHead)
    return [name, relation === null ? words.unknown : relationsToHead[relation]]
  })
}

/** What the office tells everybody about why it keeps data, and for how long. */
export async function basisRows(db: LedgerReader): Promise<string[][]> {
  const text = await noticeTextIn(db)
  const { rules, isDecided } = await retentionRulesIn(db)
  return [
    ...(['purpose', 'legalGround', 'recipients', 'retention'] as const).map((part) => [
      noticePartLabels[part],
      text[part],
    ]),
    ...(isDecided ? [[words.terms, words.termsText(rules)]] : []),
  ]
}

/** Which notices somebody signed, the latest first. */
export async function noticeRows(db: LedgerReader, residentId: number): Promise<string[][]> {
  const signatures = await noticeSignatures(db, residentId)
  return signatures.map(({ signedOn, signedBy, signer, staffName }) => [
    signedOn,
    noticeSignerText(signedBy, signer),
    staffName,
  ])
}

/** Heading a building, representing a group of residents, looking after elders. */
export async function dutyRows(db: LedgerReader, residentId: number): Promise<string[][]> {
  const heads = await db
    .selectFrom('buildingHead')
    .innerJoin('building', 'building.id', 'buildingId')
    .select(['building.name', 'unit', 'fromOn', 'toOn', 'note'])
    .where('residentId', '=', residentId)
    .orderBy('buildingHead.id')
    .execute()
  const representatives = await db
    .selectFrom('residentRepresentative')
    .leftJoin('residentGroup', 'residentGroup.id', 'residentGroupId')
    .select(['residentGroup.name', 'fromOn', 'toOn', 'residentRepresentative.note'])
    .where('residentId', '=', residentId)
    .orderBy('residentRepresentative.id')
    .execute()
  const claimants = await db
    .selectFrom('claimant')
    .select(['kind', 'note'])
    .where('residentId', '=', residentId)
    .execute()
  return [
    ...claimants.map(({ kind, note }) => [
      words.claimant(claimantKindLabels[claimantDraftSchema.shape.kind.parse(kind)]),
      '',
      '',
      note,
    ]),
    ...heads.map((duty) => [words.buildingHead(`${duty.name}${duty.unit}`), ...periodCells(duty), duty.note]),
    ...representatives.map((duty) => [
      words.representative(duty.name ?? ''),
      ...periodCells(duty),
      duty.note,
    ]),
  ]
}

/** Everything that was written down about where somebody is, in its order; what was taken back as well. */
export async function lifeEventRows(db: LedgerReader, residentId: number): Promise<string[][]> {
  const events = await lifeEventsOf(db, residentId)
  return events.map(({ kind, happenedOn, place, note, recordedAt, staffName, withdrawnAt, withdrawnBy }) => [
    happenedOn,
    lifeEventLabels[kind],
    place,
    note,
    [
      `${staffName} ${columnMoment(recordedAt)}`,
      withdrawnAt === null ? '' : words.withdrawn(withdrawnBy ?? ''),
    ]
      .filter((part) => part !== '')
      .join(separator),
  ])
}

/** Every visit that was planned or made, the latest first, with what was written down. */
export async function visitRows(
  db: LedgerReader,
  actor: Actor,
  residentId: number,
  isSealedAsked: boolean,
): Promise<string[][]> {
  const tasks = await db
    .selectFrom('visitTask')
    .leftJoin('visitRound', 'visitRound.id', 'visitRoundId')
    .selectAll('visitTask')
    .select('visitRound.name as roundName')
    .where('residentId', '=', residentId)
    .orderBy(({ fn }) => fn.coalesce('visitedOn', 'festivalOn', 'occasionOn'), 'desc')
    .orderBy('visitTask.id', 'desc')
    .execute()
  const reasons = await db
    .selectFrom('visitTaskReason')
    .innerJoin('visitTask', 'visitTask.id', 'visitTaskId')
    .select(['visitTaskId', 'reason'])
    .where('residentId', '=', residentId)
    .orderBy('position')
    .execute()
  const ids = tasks.map(({ id }) => id)
  // What was noted at a sick-bed is as sealed as the stay, and no less on paper.
  const hiddenNotes = isSealedAsked
    ? await hiddenVisitNotes(db, actor, ids)
    : new Set((await sealedVisits(db, ids)).keys())
  return tasks.map((task) => [
    task.roundName ?? '',
    [
      ...reasons.filter(({ visitTaskId }) => visitTaskId === task.id).map(({ reason }) => reason),
      task.addedReason,
    ]
      .filter((reason) => reason !== '')
      .join(separator),
    task.isRemoved === 1
      ? words.offList(hiddenNotes.has(task.id) ? '' : task.removedReason)
      : visitOutcomeLabels[visitOutcomeSchema.parse(task.outcome)],
    task.visitedOn ?? '',
    task.visitor,
    hiddenNotes.has(task.id) ? '' : task.note,
  ])
}

/** What only those see who answer for it, where it was asked for. */
export async function sealedRows(
  db: LedgerReader,
  actor: Actor,
  residentId: number,
  isAsked: boolean,
): Promise<string[][]> {
  if (!isAsked) return []
  const matters = seenBy(actor, await sealedMattersOf(db, residentId))
  return matters.map(({ kind, note, content, ...period }) => [
    sealedMatterKindLabels[kind],
    ...periodCells(period),
    sealedWordsOf({ content, note }),
  ])
}
