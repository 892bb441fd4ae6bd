import type { RelationToHead } from './relation-to-head.ts'
import type { Sex } from './sex.ts'

const male: readonly RelationToHead[] = [
  ...(['11', '20', '21', '22', '23', '24', '25', '26', '27', '28', '29'] as const),
  ...(['41', '43', '46', '47', '51', '53', '55', '57', '61', '63', '66'] as const),
  ...(['71', '73', '76', '78', '81', '83', '85', '87', '89', '93', '95'] as const),
]
const female: readonly RelationToHead[] = [
  ...(['12', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39'] as const),
  ...(['42', '44', '45', '48', '52', '54', '56', '58', '62', '64', '67'] as const),
  ...(['72', '74', '75', '77', '82', '84', '86', '88', '90', '94', '96'] as const),
]

/** The sex that a relation to the head tells; null where it tells none. Source: GB/T 4761. */
function sexOfRelation(relation: RelationToHead | null): Extract<Sex, '1' | '2'> | null {
  if (relation === null) return null
  if (male.includes(relation)) return '1'
  return female.includes(relation) ? '2' : null
}

/** Whether a relation is one that people of the other sex have; what is not known contradicts nothing. Source: DOMAIN 9.7. */
export function contradictsSex(relation: RelationToHead | null, sex: Sex): boolean {
  const told = sexOfRelation(relation)
  return told !== null && (sex === '1' || sex === '2') && told !== sex
}

const spouses: readonly (RelationToHead | null)[] = ['10', '11', '12']

/** What the former head is to one who was that head's relation; null where nobody can tell. */
export function relationOfFormerHead(
  relationOfNewHead: RelationToHead | null,
  sexOfFormerHead: Sex,
): RelationToHead | null {
  if (!spouses.includes(relationOfNewHead)) return null
  if (sexOfFormerHead === '1') return '11'
  return sexOfFormerHead === '2' ? '12' : '10'
}
