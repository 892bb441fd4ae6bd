import type { MergePart } from '../../domain/duplicate-merge.ts'

/**
 * What becomes of the rows that name the record which is merged into another:
 * copied: the kept record gets one like it, unless it has the same; joined: the same, and two periods become one;
 * moved: the row names the kept record from now on; visit: moved, and two of one round or occasion become one;
 * claim: moved, as far as nobody had claimed the kept record on the same days; claimant: moved, and what the one did stays;
 * head and spouse: follow from the home and the marriage that were chosen;
 * stays: tells of the record itself and its history.
 */
type Way = 'copied' | 'joined' | 'moved' | 'visit' | 'claim' | 'claimant' | 'head' | 'spouse' | 'stays'

export interface AttachedTable {
  readonly table: string
  /** The column that names the record. */
  readonly column: string
  readonly way: Way
  /** The columns by which two rows are about the same thing. */
  readonly identity: readonly string[]
  /** How it is named when a merge is taken back; null for what is told to nobody. */
  readonly part: MergePart | null
}

/** Every place in which the ledger names a person; a test holds it against the tables there are. */
export const attachedTables: readonly AttachedTable[] = [
  attached('residentPhone', 'copied', ['number'], 'phones'),
  attached('residentDocument', 'copied', ['documentType', 'number'], 'otherDocuments'),
  attached('residentCareTag', 'joined', ['careTag'], 'careTags'),
  attached('residentBenefit', 'joined', ['benefit'], 'benefits'),
  attached('residentOwnValue', 'copied', ['ownFieldId'], 'ownValues'),
  attached('sealedMatter', 'joined', ['kind', 'staffId'], null),
  attached('lifeEvent', 'moved', ['id'], 'lifeEvents'),
  attached('buildingHead', 'moved', ['id'], 'duties'),
  attached('residentRepresentative', 'moved', ['id'], 'duties'),
  attached('visitTask', 'visit', ['id'], 'visits'),
  attached('claim', 'claim', ['id'], 'claims'),
  attached('phoneCall', 'moved', ['id'], 'calls'),
  attached('claimant', 'claimant', ['id'], 'duties'),
  // Some of them are sealed: that there is one is told to nobody.
  attached('careEvent', 'moved', ['id'], null),
  attached('helpCase', 'moved', ['id'], 'helpCases'),
  { table: 'household', column: 'headResidentId', way: 'head', identity: ['id'], part: 'home' },
  { table: 'resident', column: 'spouseId', way: 'spouse', identity: ['id'], part: 'marriage' },
  attached('noticeSignature', 'moved', ['id'], null),
  // That there is a sealed entry is told to nobody, so that none is named.
  attached('diaryEntryResident', 'copied', ['diaryEntryId'], null),
  attached('recordChange', 'stays', ['id'], null),
  attached('disclosure', 'stays', ['auditSeq'], null),
  attached('importChange', 'stays', ['importRunId'], null),
  attached('bulkChangeItem', 'stays', ['bulkChangeId'], null),
  { table: 'distinctPair', column: 'firstResidentId', way: 'stays', identity: [], part: null },
  { table: 'distinctPair', column: 'secondResidentId', way: 'stays', identity: [], part: null },
  { table: 'residentMerge', column: 'keptResidentId', way: 'stays', identity: ['id'], part: null },
  { table: 'residentMerge', column: 'mergedResidentId', way: 'stays', identity: ['id'], part: null },
]

/** Those that are treated in one of these ways. */
export function attachedBy(...ways: readonly Way[]): AttachedTable[] {
  return attachedTables.filter(({ way }) => ways.includes(way))
}

function attached(
  table: string,
  way: Way,
  identity: readonly string[],
  part: MergePart | null,
): AttachedTable {
  return { table, column: 'residentId', way, identity, part }
}
